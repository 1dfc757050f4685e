package org.advalorem.cluster;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The entry point: a command of the program, whose work is done on Spark. */
public final class Main {
    private static final List<String> COMMANDS = List.of("simulate", "issues", "sensitivity", "sweep", "portfolio");
    private static final String LOCAL = "local[*]";
    private static final int BAD_USAGE = 2;
    private static final String HELP = """
            Usage: advalorem-cluster COMMAND [OPTIONS] FILE...
            Runs a command of advalorem with its work done on Apache Spark. The result has the same bytes.

              simulate, sensitivity    chunks of draws         issues       combinations
              sweep                    cases                   portfolio    scenarios

            Options of its own; all others are those of the command (advalorem COMMAND --help):
                  --master=URL        Where Spark runs, by default local[*]; local-cluster[2,1,1024] starts executors of
                                      their own on this machine, spark://host:7077 is a cluster.
                  --partitions=N      Tasks of each job, by default three for each core. Results do not depend on it.
                  --conf=NAME=VALUE   A setting of Spark; repeatable.
            """;

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> command = new ArrayList<>();
    private String master = LOCAL;
    private int partitions;

    private Main(String[] args) {
        for (int i = 0; i < args.length; i++) {
            String name = args[i].replaceFirst("=.*", "");
            if (List.of("--master", "--partitions", "--conf").contains(name)) {
                boolean joined = !name.equals(args[i]);
                if (!joined && ++i == args.length) {
                    throw new IllegalArgumentException(name + " has no value.");
                }
                set(name, joined ? args[i].substring(name.length() + 1) : args[i]);
            } else {
                command.add(args[i]);
            }
        }
    }

    private void set(String name, String value) {
        switch (name) {
            case "--master" -> master = value;
            case "--partitions" -> {
                if (!value.matches("[1-9][0-9]{0,5}")) {
                    throw new IllegalArgumentException(
                            "--partitions is (" + value + "). Write a whole number from 1 to 999999.");
                }
                partitions = Integer.parseInt(value);
            }
            default -> {
                String[] setting = value.split("=", 2);
                if (setting.length < 2) {
                    throw new IllegalArgumentException("--conf is (" + value + "). Write NAME=VALUE.");
                }
                settings.put(setting[0], setting[1]);
            }
        }
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try {
            Main main = new Main(args);
            if (main.command.isEmpty() || main.command.get(0).matches("-h|--help|help")) {
                new PrintStream(out, true, StandardCharsets.UTF_8).print(HELP);
                return 0;
            }
            if (!COMMANDS.contains(main.command.get(0))) {
                throw new IllegalArgumentException("(" + main.command.get(0) + ") is none of "
                        + String.join(", ", COMMANDS) + ". For others: advalorem " + main.command.get(0) + ".");
            }
            if (main.command.contains("-")) {
                throw new IllegalArgumentException("Standard input is not brought to executors. Name a file.");
            }
            return org.advalorem.cli.Main.run(
                    main.command.toArray(String[]::new),
                    out,
                    err,
                    (command, files) -> new SparkWorkers(
                            main::context,
                            main.partitions,
                            command,
                            files,
                            words -> err.println("advalorem-cluster: " + words)));
        } catch (IllegalArgumentException e) {
            err.println("advalorem-cluster: " + e.getMessage());
            return BAD_USAGE;
        }
    }

    private JavaSparkContext context() {
        SparkConf conf = new SparkConf()
                .setMaster(master)
                .setAppName("advalorem " + command.get(0))
                .set("spark.ui.enabled", "false");
        if (master.startsWith("local")) {
            conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
        }
        if (!master.startsWith("local[") && !master.equals("local")) {
            conf.set("spark.jars", jars());
        }
        settings.forEach(conf::set);
        return new JavaSparkContext(conf);
    }

    /** The jars of the program, which lie beside that of this class. */
    private static String jars() {
        try {
            Path own = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> all = Files.list(own.getParent())) {
                return String.join(
                        ",",
                        all.map(Path::toString)
                                .filter(name -> name.endsWith(".jar"))
                                .sorted()
                                .toList());
            }
        } catch (java.io.IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException("The jars of the program are not found.", e);
        }
    }
}
