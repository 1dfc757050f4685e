package org.advalorem.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program's entry point. */
@Command(
        name = "advalorem",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Computes countervailing-duty subsidy rates.")
public final class Main implements Runnable {
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** The version written into the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"advalorem " + (version == null ? "(development)" : version)};
        }
    }
}
