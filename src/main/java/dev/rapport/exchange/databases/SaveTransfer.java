package dev.rapport.exchange.databases;

/** Brings rows, or writes them back, from now on. */
public record SaveTransfer(String name, Plan plan, Schedule schedule) {}
