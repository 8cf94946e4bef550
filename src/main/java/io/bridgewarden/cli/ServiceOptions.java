package io.bridgewarden.cli;

import io.bridgewarden.store.acl.Block;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
            names = "--trusted",
            description = "Let the files of --rules do all that the service may: read files, open connections, run "
                    + "programs. Without it they are held to what rules are for.")
    boolean trusted;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:BRIDGEWARDEN_DATA}",
            description =
                    "Directory where registrations, network lists and the configuration are kept. Default: in memory, gone at "
                            + "the end. Environment: BRIDGEWARDEN_DATA.")
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

    @Option(
            names = "--dns",
            paramLabel = "ADDRESS[:PORT]",
            split = ",",
            converter = DnsServerConverter.class,
            defaultValue = "${env:BRIDGEWARDEN_DNS}",
            description = "Name servers to ask for the host names of network lists, joined by commas. "
                    + "Default: those of the system. Environment: BRIDGEWARDEN_DNS.")
    @Nullable
    List<InetSocketAddress> dns;

    /** Reads one name server. */
    static final class DnsServerConverter implements ITypeConverter<InetSocketAddress> {
        private static final Pattern SERVER =
                Pattern.compile("(\\[[0-9a-fA-F:.]+\\]|[0-9.]+|[0-9a-fA-F:]+?)(?::([0-9]{1,5}))?");
        private static final int DNS_PORT = 53;

        @Override
        public InetSocketAddress convert(String text) {
            Matcher parts = SERVER.matcher(text);
            String address = parts.matches() ? parts.group(1).replaceAll("[\\[\\]]", "") : "";
            int port = address.isEmpty() || parts.group(2) == null ? DNS_PORT : Integer.parseInt(parts.group(2));
            if (Block.address(address).isEmpty() || port < 1 || port > 65_535) {
                throw new TypeConversionException("`%s` is no address of a name server".formatted(text));
            }
            return new InetSocketAddress(address, port);
        }
    }
}
