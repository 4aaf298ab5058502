/** Why a SETUP is not relayed: the cause that clears it (Q.850), and what to look at, for people. */
export interface Refusal {
  readonly cause: number;
  readonly text: string;
  /** It is a fault of the configuration or of a neighbour, not of this call. */
  readonly alarm: boolean;
}

/** ONE table: what the relay refuses. */
export const refusals = {
  noRoute: { cause: 3, text: "no neighbour has the called number", alarm: false },
  // R31
  backToItsTrunk: { cause: 3, text: "the called number is behind the trunk that the call came from", alarm: false },
  // R31; Q.850 cause 25 exchange routing error
  loop: { cause: 25, text: "the call passed more PINXs than maxTransit allows: look for a routing loop", alarm: true },
  outOfOrder: { cause: 27, text: "the trunk to the called number is down", alarm: false },
  // R29
  incompleteNumber: { cause: 28, text: "no more digits came within T302", alarm: false },
  noChannel: { cause: 34, text: "all channels of the trunk to the called number are in use", alarm: false },
  // The back-pressure of the seam: what is on its way goes on, new calls do not.
  congested: { cause: 42, text: "a trunk of this call takes no more messages for now", alarm: true },
  notSent: { cause: 27, text: "the SETUP could not leave on the trunk to the called number", alarm: true },
  // R2
  unlikeMedia: {
    cause: 65,
    text: "its bearer cannot reach the other trunk: unlike media need media: external on one of the two",
    alarm: true,
  },
} as const satisfies Record<string, Refusal>;
