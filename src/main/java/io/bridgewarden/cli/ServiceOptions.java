package io.bridgewarden.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the service finds what it decides by; the same for every command that decides. */
final class ServiceOptions {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = "${env:BRIDGEWARDEN_RULES}",
            description =
                    "Directory of rules, DIR/DECISION/*.drl. Default: the rules in the jar. Environment: BRIDGEWARDEN_RULES.")
    @Nullable
    Path rules;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:BRIDGEWARDEN_DATA}",
            description = "Directory where registrations are kept. Default: in memory, gone at the end. "
                    + "Environment: BRIDGEWARDEN_DATA.")
    @Nullable
    Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE-or-DIR",
            defaultValue = "${env:BRIDGEWARDEN_CONFIG}",
            description = "The ecallmgr configuration document, or a directory of configuration documents NAME.json. "
                    + "Default: every key at its default. Environment: BRIDGEWARDEN_CONFIG.")
    @Nullable
    Path config;

    @Option(
            names = "--zone",
            paramLabel = "NAME",
            defaultValue = "${env:BRIDGEWARDEN_ZONE}",
            description = "Zone whose section of the configuration applies here. Environment: BRIDGEWARDEN_ZONE.")
    @Nullable
    String zone;
}
