package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * A file that a switch has uploaded to the web, or tried to.
 *
 * @param position its place in the request, from 0
 * @param deleteOnSuccess whether the upload's own request wants the file removed; null if it does not say
 */
public record Upload(
        int position,
        String file,
        boolean succeeded,
        @Nullable Boolean deleteOnSuccess) {}
