package org.advalorem;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which room may know which, and what nobody may use. */
@Tag("architecture")
final class ArchitectureTest {
    private static final String ROOT = "org.advalorem";

    /** What each room may import; a room within {@code rules} may be imported by all that may import {@code rules}. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("calculation", Set.of()),
            entry("plot", Set.of()),
            entry("engine", Set.of("calculation")),
            entry("uncertainty", Set.of()),
            entry("tables", Set.of()),
            entry("reference", Set.of("tables")),
            entry("facts", Set.of("calculation", "tables")),
            entry("rules.base", Set.of("calculation", "facts", "reference")),
            entry("rules.adverse", Set.of("calculation", "facts", "rules.base")),
            entry("rules.calendar", Set.of("calculation", "facts", "reference", "rules.base")),
            entry("rules.benchmarks", Set.of("calculation", "facts", "rules.base")),
            entry("rules.loans", Set.of("calculation", "facts", "rules.base", "rules.benchmarks")),
            entry("rules.allocation", Set.of("calculation", "facts", "rules.base", "rules.benchmarks", "rules.loans")),
            entry(
                    "rules.types",
                    Set.of(
                            "calculation",
                            "facts",
                            "rules.base",
                            "rules.benchmarks",
                            "rules.loans",
                            "rules.allocation")),
            entry("rules.attribution", Set.of("calculation", "facts", "rules.base", "rules.allocation")),
            entry("rules.deposits", Set.of("calculation", "facts", "rules.base")),
            entry(
                    "rules.exposure",
                    Set.of("calculation", "facts", "reference", "rules.base", "rules.calendar", "rules.deposits")),
            entry("rules.screens", Set.of("calculation", "facts", "rules.base")),
            entry("rules", Set.of("calculation", "facts", "rules")),
            entry("scenario", Set.of("tables", "reference", "facts", "rules", "uncertainty", "calculation")),
            entry("receipts", Set.of()),
            entry("bracketing", Set.of("calculation", "engine", "facts", "rules", "rules.base")),
            entry("whatif", Set.of("tables", "scenario", "engine", "uncertainty", "facts", "calculation", "rules")),
            entry(
                    "report",
                    Set.of(
                            "tables",
                            "reference",
                            "receipts",
                            "bracketing",
                            "whatif",
                            "scenario",
                            "engine",
                            "facts",
                            "calculation",
                            "rules")),
            entry(
                    "report.chart",
                    Set.of("plot", "report", "whatif", "scenario", "engine", "facts", "calculation", "rules")),
            entry("report.workbook", Set.of("tables", "report", "engine", "facts", "calculation", "rules")),
            entry(
                    "report.page",
                    Set.of(
                            "bracketing",
                            "plot",
                            "report",
                            "report.chart",
                            "whatif",
                            "scenario",
                            "engine",
                            "facts",
                            "calculation",
                            "rules")),
            entry(
                    "api",
                    Set.of(
                            "calculation",
                            "engine",
                            "facts",
                            "rules",
                            "scenario",
                            "whatif",
                            "report",
                            "report.chart",
                            "report.page",
                            "report.workbook",
                            "plot")),
            entry("interactive", Set.of("api", "cli", "plot", "facts", "scenario", "tables")),
            entry(
                    "cli",
                    Set.of(
                            "calculation",
                            "tables",
                            "reference",
                            "engine",
                            "uncertainty",
                            "facts",
                            "rules",
                            "scenario",
                            "receipts",
                            "bracketing",
                            "whatif",
                            "report",
                            "report.chart",
                            "report.page",
                            "report.workbook",
                            "plot")));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyPackageIsARoomOfTheTable() {
        Set<String> rooms = MAIN.stream().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new));
        assertThat(MAY_IMPORT.keySet()).containsAll(rooms);
        assertThat(rooms).contains("calculation", "facts", "rules");
    }

    /** The longest name in the table, so that a room within a room counts as one of its own. */
    private static String room(JavaClass type) {
        String inside =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), ROOT.length() + 1));
        int dot = inside.indexOf('.');
        return dot < 0 || MAY_IMPORT.containsKey(inside) ? inside : inside.substring(0, dot);
    }

    @Test
    void aRoomImportsOnlyWhatTheTableAllows() {
        MAY_IMPORT.forEach((room, allowed) -> noClasses()
                .that(describe("are in " + room, type -> room(type).equals(room)))
                .should()
                .dependOnClassesThat(describe(
                        "are in a room that " + room + " may not import",
                        type -> type.getPackageName().startsWith(ROOT)
                                && !room(type).equals(room)
                                && !allowed.contains(room(type))
                                && !(room(type).startsWith("rules.") && allowed.contains("rules"))))
                .allowEmptyShould(true)
                .check(MAIN));
    }

    /** A public type of a room within the rules is one that another room needs. */
    @Test
    void onlyWhatCrossesARoomIsPublic() {
        assertThat(MAIN.stream()
                        .filter(type -> room(type).startsWith("rules.") && type.isTopLevelClass())
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> MAIN.stream()
                                .filter(part -> part.getName().equals(type.getName())
                                        || part.getName().startsWith(type.getName() + "$"))
                                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                                .allMatch(use -> room(use.getOriginClass()).equals(room(type))))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void nothingIsTakenFromTheSurroundings() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault", Locale.Category.class)
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(MAIN);
    }

    /** As {@code docs/security.md} says. {@code verify} runs the program itself again, in another folder. */
    @Test
    void nothingIsFetchedAndNoCodeOfAFileIsRun() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "reach a network",
                        type -> (type.getPackageName().startsWith("java.net")
                                        && !type.getName().startsWith("java.net.URI"))
                                || type.getName().matches("java\\.nio\\.channels\\..*Socket.*")))
                .orShould()
                .dependOnClassesThat(describe(
                        "make code or objects of data",
                        type -> type.getName().matches("java\\.io\\.Object(In|Out)putStream|javax\\.script\\..*")))
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .check(MAIN);
        noClasses()
                .that()
                .doNotHaveSimpleName("RunAgain")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(MAIN);
    }

    /** Tablesaw, XChart and JShell are for the interactive side; Parquet and workbooks are loaded only when one is written. */
    @Test
    void heavyLibrariesHaveOneDoor() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(report\\.ParquetFile|receipts\\.ParquetTable)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop..", "blue.strategic..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.advalorem.interactive")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tech.tablesaw..", "org.knowm..", "jdk.jshell..", "javax.swing..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.advalorem.report.workbook..")
                .and()
                .doNotHaveSimpleName("WordWriter")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans..")
                .check(MAIN);
    }

    @Test
    void textIsFormattedInAStatedLocale() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(MAIN);
    }

    @Test
    void arithmeticIsTheSameOnEveryMachine() {
        noClasses()
                .should()
                .callMethodWhere(transcendental())
                .because("StrictMath gives the same bits everywhere and Math does not have to")
                .check(MAIN);
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.RecordTable(\\$.*)?")
                .should()
                .callMethodWhere(mathMethods(Set.of("fma")))
                .because("results must not depend on fused instructions; the record table states its own")
                .check(MAIN);
    }

    private static DescribedPredicate<JavaCall<?>> transcendental() {
        return mathMethods(Set.of(
                "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
                "sinh", "cosh", "tanh", "cbrt", "hypot"));
    }

    private static DescribedPredicate<JavaCall<?>> mathMethods(Set<String> names) {
        return describe(
                "Math." + String.join(", Math.", new TreeSet<>(names)),
                call -> call.getTargetOwner().isEquivalentTo(Math.class) && names.contains(call.getName()));
    }
}
