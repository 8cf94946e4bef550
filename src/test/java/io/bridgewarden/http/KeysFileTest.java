package io.bridgewarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgewarden.documents.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysFileTest {
    private static final String DIGEST = "ab".repeat(32);

    @TempDir
    Path directory;

    @Test
    void readsWhatItAdded() throws IOException {
        Path path = directory.resolve("keys.json");
        KeysFile file = new KeysFile(path);
        String first = Keys.random();
        String second = Keys.random();

        file.add(new Keys.Entry("kamailio-1", Keys.digest(first), Set.of(Role.DECIDE)));
        file.add(new Keys.Entry("lab", Keys.digest(second), EnumSet.of(Role.WHAT_IF, Role.DECIDE)));

        Keys keys = file.read();
        assertThat(keys.bearer(first)).contains(new Caller("kamailio-1", Set.of(Role.DECIDE)));
        assertThat(keys.bearer(second)).contains(new Caller("lab", Set.of(Role.DECIDE, Role.WHAT_IF)));
        assertThat(keys.bearer(Keys.random())).isEmpty();
        assertThat(Files.readString(path)).doesNotContain(first, second);
        assertThat(Json.readObject(Files.readAllBytes(path)).at("/keys/1").toString())
                .isEqualTo("{\"name\":\"lab\",\"sha256\":\"%s\",\"roles\":[\"decide\",\"what-if\"]}"
                        .formatted(Keys.digest(second)));
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void isForItsOwnersEyesUnlessItsOwnerSaidOtherwise() throws IOException {
        Path path = directory.resolve("keys.json");
        KeysFile file = new KeysFile(path);

        file.add(new Keys.Entry("a", DIGEST, Set.of(Role.READ)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        file.add(new Keys.Entry("b", DIGEST, Set.of(Role.READ)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void keepsTheFileAsItWasWhenANameIsTaken() throws IOException {
        Path path = directory.resolve("keys.json");
        KeysFile file = new KeysFile(path);
        file.add(new Keys.Entry("a", DIGEST, Set.of(Role.READ)));
        String before = Files.readString(path);

        assertThatThrownBy(() -> file.add(new Keys.Entry("a", DIGEST, Set.of(Role.DECIDE))))
                .isInstanceOf(KeysFile.Unusable.class)
                .hasMessageContaining("there is a key of the name `a` already");
        assertThat(path).hasContent(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[]                                                  | #: a JSON object is expected",
                "{                                                   | #: not JSON",
                "{'key':[]}                                          | #: one member is expected, `keys`",
                "{'keys':{}}                                         | #/keys: a list of keys is expected",
                "{'keys':[]}                                         | #/keys: there is no key, so nobody could call",
                "{'keys':[7]}                                        | #/keys/0/name: a name is expected",
                "{'keys':[{'name':'a','sha256':'12','roles':['read']}]} | #/keys/0/sha256: the SHA-256 of a key is expected",
                "{'keys':[{'name':'a','sha256':'DIGEST'}]}           | #/keys/0/roles: a list of roles is expected: `decide`",
                "{'keys':[{'name':'a','sha256':'DIGEST','roles':['admin']}]} | #/keys/0/roles: unknown role `admin`; there are `decide`",
                "{'keys':[{'name':'a','sha256':'DIGEST','role':'read'}]} | #/keys/0: unknown member `role`; a key has `name`",
                "{'keys':[{'name':'a','sha256':'DIGEST','roles':['read']},{'name':'a','sha256':'DIGEST','roles':['read']}]} | #/keys/1/name: the name `a` is given twice",
            })
    void saysWhereAFileIsOfNoUse(String text, String message) throws IOException {
        Path path = Files.writeString(
                directory.resolve("keys.json"), text.replace('\'', '"').replace("DIGEST", DIGEST));

        assertThatThrownBy(() -> new KeysFile(path).read())
                .isInstanceOf(KeysFile.Unusable.class)
                .hasMessageStartingWith("keys file `%s`, %s", path, message);
    }

    @Test
    void saysThatThereIsNoFile() {
        Path path = directory.resolve("none.json");

        assertThatThrownBy(() -> new KeysFile(path).read())
                .isInstanceOf(KeysFile.Unusable.class)
                .hasMessage("keys file `%s`: there is no such file", path);
    }

    @Test
    void makesKeysThatNobodyGuesses() {
        assertThat(Keys.random()).matches("bw_[A-Za-z0-9_-]{43}").isNotEqualTo(Keys.random());
    }

    @Test
    void hashesAsOtherToolsDo() {
        // printf %s bw_test | sha256sum
        assertThat(Keys.digest("bw_test"))
                .isEqualTo("1b5821718fc3bd4ebfb6dab5fb17ba980aa746147a540ade0d79bf8ef9d5c46f");
    }
}
