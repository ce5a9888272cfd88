/** Something went wrong that its message explains to the user, with what to do; it needs no stack. */
export class Failure extends Error {}
