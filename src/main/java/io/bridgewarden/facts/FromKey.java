package io.bridgewarden.facts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The configuration keys that a component of a fact says, or that the fact as a whole is made of. A rule that matches on
 * it reads the keys.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface FromKey {
    /** Names of keys of the ecallmgr document. */
    String[] value();
}
