package io.bridgewarden.facts;

/**
 * One question to one network list: does it let this address in.
 *
 * @param id number of the question within the request, from 0; of lists tried in order, the lower is tried first
 * @param list name of the list, case and all; blocks joined by commas where it names none
 * @param inline whether the name is to be read as blocks if no list has it
 * @param address the address asked about, in normal form; an IPv4-mapped one is the IPv4 address it carries
 * @param port source port; 0 if it is not known or not looked at
 */
public record ListAsked(int id, ListUse use, String list, boolean inline, String address, int port) {}
