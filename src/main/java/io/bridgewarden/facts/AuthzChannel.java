package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * The channel whose right to exist is in question (reference, authz 1). Texts stand as KAZOO gives them; what is absent is
 * null, what is empty is not.
 *
 * @param direction {@code inbound} or {@code outbound}, as the application sees it; null or another text where it is not
 *     said clearly
 * @param target what was dialled: the number being routed, else the user part of the request URI
 * @param recovered whether it survived the restart of a switch
 * @param recorded what was decided before, Channel-Authorized: {@code true}, {@code false}, else nothing
 * @param authorizingId who authenticated
 * @param authorizingType as what: {@code device}, {@code mobile}, or as a carrier, KAZOO's resource
 * @param resourceId the carrier in use
 * @param globalResource whether that carrier is the platform's own rather than the account's; true where nothing is said
 * @param mediaKind {@code audio}, {@code sms}
 * @param accountId whose channel it is
 * @param resellerId that account's reseller
 */
public record AuthzChannel(
        @Nullable String direction,
        @Nullable String target,
        boolean recovered,
        @Nullable String recorded,
        @Nullable String authorizingId,
        @Nullable String authorizingType,
        @Nullable String resourceId,
        boolean globalResource,
        String mediaKind,
        @Nullable String accountId,
        @Nullable String resellerId) {}
