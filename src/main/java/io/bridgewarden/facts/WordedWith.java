package io.bridgewarden.facts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The configuration keys that say how a conclusion is put into the words of a switch. A rule that draws the conclusion
 * has them read.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WordedWith {
    /** Names of keys of the ecallmgr document. */
    String[] value();
}
