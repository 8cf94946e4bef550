package io.bridgewarden.facts;

/**
 * A report that a device has registered, or is registered no longer.
 *
 * @param unregisters whether it is registered no longer
 * @param known whether a registration of the same address of record is stored
 * @param otherContact whether the stored registration is of another contact
 * @param moved whether the device was reached at another contact before
 * @param first whether it is the first registration of the address of record, as far as anybody knows
 * @param ownerKnown whether the account and the device it belongs to are known
 * @param tellsOfEnd whether somebody wants to know when it ends
 * @param tellsOfMove whether somebody wants to know when the contact changes
 */
public record ReportedRegistration(
        boolean unregisters,
        boolean known,
        boolean otherContact,
        boolean moved,
        boolean first,
        boolean ownerKnown,
        boolean tellsOfEnd,
        boolean tellsOfMove) {}
