package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * What kind of number is called.
 *
 * @param number the number as classified: E.164 where it can be written so, else as dialled
 * @param name name of the first classifier that matches, {@code did_us}; null if none does
 * @param emergency whether it calls for help; also true where the configured classifiers do not know it
 * @param tollFree whether the called party pays: class {@code tollfree_us}, or toll-free in the account's own region
 * @param premium whether the call costs extra: class {@code toll_us}, or premium rate in any country
 */
public record NumberClass(String number, @Nullable String name, boolean emergency, boolean tollFree, boolean premium) {}
