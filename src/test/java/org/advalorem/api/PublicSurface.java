package org.advalorem.api;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What another program may use: the public types of the API and those that their signatures name, one line for each member. */
final class PublicSurface {
    private static final String PACKAGE = "org.advalorem.api";

    private final TreeMap<String, Class<?>> types = new TreeMap<>();

    private PublicSurface() {}

    /** The surface of the compiled classes. */
    static PublicSurface read() throws IOException {
        PublicSurface surface = new PublicSurface();
        Deque<Class<?>> left = new ArrayDeque<>(inApi());
        while (!left.isEmpty()) {
            Class<?> type = left.pop();
            if (surface.types.put(type.getName(), type) == null) {
                left.addAll(named(type));
            }
        }
        return surface;
    }

    private static List<Class<?>> inApi() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/classes", PACKAGE.split("\\.")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .map(name -> type(PACKAGE + "." + name.replace(".class", "")))
                    .filter(PublicSurface::isPublic)
                    .collect(Collectors.toList());
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (enclosing == null || isPublic(enclosing));
    }

    /** The types of the project that a type and its public members name. */
    private static Set<Class<?>> named(Class<?> type) {
        List<Type> all = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null) {
            all.add(type.getGenericSuperclass());
        }
        if (type.isSealed()) {
            all.addAll(Arrays.asList(type.getPermittedSubclasses()));
        }
        all.addAll(Arrays.asList(type.getClasses()));
        for (Executable member : executables(type)) {
            all.addAll(Arrays.asList(member.getGenericParameterTypes()));
            all.addAll(Arrays.asList(member.getGenericExceptionTypes()));
            if (member instanceof java.lang.reflect.Method method) {
                all.add(method.getGenericReturnType());
            }
        }
        fields(type).forEach(field -> all.add(field.getGenericType()));
        Set<Class<?>> found = new java.util.HashSet<>();
        all.forEach(of -> collect(of, found));
        return found;
    }

    private static void collect(Type of, Set<Class<?>> into) {
        if (of instanceof Class<?> type) {
            if (type.isArray()) {
                collect(type.getComponentType(), into);
            } else if (type.getName().startsWith("org.advalorem.")) {
                into.add(type);
            }
        } else if (of instanceof ParameterizedType type) {
            collect(type.getRawType(), into);
            Arrays.stream(type.getActualTypeArguments()).forEach(argument -> collect(argument, into));
        } else if (of instanceof GenericArrayType type) {
            collect(type.getGenericComponentType(), into);
        } else if (of instanceof WildcardType type) {
            Arrays.stream(type.getUpperBounds()).forEach(bound -> collect(bound, into));
            Arrays.stream(type.getLowerBounds()).forEach(bound -> collect(bound, into));
        }
    }

    private static List<Executable> executables(Class<?> type) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic())
                .toList();
    }

    private static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && !field.isSynthetic())
                .toList();
    }

    /** The types. */
    Set<Class<?>> types() {
        return Set.copyOf(types.values());
    }

    /** A line for each type and each public member, sorted within its type. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        types.values().forEach(type -> {
            lines.append(head(type)).append('\n');
            Set<String> members = new TreeSet<>();
            executables(type).forEach(member -> members.add("  " + member.toGenericString()));
            fields(type).forEach(field -> members.add("  " + field.toGenericString()));
            members.forEach(member -> lines.append(member).append('\n'));
        });
        return lines.toString();
    }

    private static String head(Class<?> type) {
        StringBuilder head = new StringBuilder(type.toGenericString());
        if (type.isRecord()) {
            head.append(Arrays.stream(type.getRecordComponents())
                    .map(component -> component.getGenericType().getTypeName() + " " + component.getName())
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        if (type.getSuperclass() != null
                && type.getSuperclass() != Object.class
                && !type.isRecord()
                && !type.isEnum()) {
            head.append(" extends ").append(type.getGenericSuperclass().getTypeName());
        }
        String interfaces = Arrays.stream(type.getGenericInterfaces())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", "));
        head.append(interfaces.isEmpty() ? "" : " implements " + interfaces);
        if (type.isSealed()) {
            head.append(Arrays.stream(type.getPermittedSubclasses())
                    .map(Class::getName)
                    .sorted()
                    .collect(Collectors.joining(", ", " permits ", "")));
        }
        return head.toString();
    }
}
