package io.bridgewarden.store.acl;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Network lists by name. Implementations are safe to share between threads. */
public interface Lists {
    /** The list of that name, case and all; null if there is none. */
    @Nullable
    AddressList find(String name);

    /** Names of the lists, sorted. */
    Set<String> names();

    /** What is to be known about a list; also about one that is not there, since all of it was left out. */
    List<Notice> notices(String name);

    /** These lists, and the others where these have none of the name. */
    default Lists over(Lists others) {
        Lists these = this;
        return new Lists() {
            @Override
            public @Nullable AddressList find(String name) {
                AddressList list = these.find(name);
                return list == null ? others.find(name) : list;
            }

            @Override
            public Set<String> names() {
                Set<String> names = new TreeSet<>(others.names());
                names.addAll(these.names());
                return names;
            }

            @Override
            public List<Notice> notices(String name) {
                List<Notice> notices = these.notices(name);
                return these.find(name) == null && notices.isEmpty() ? others.notices(name) : notices;
            }
        };
    }
}
