/** A trunk is named by its neighbour: each neighbour has one. */
export type Trunk = string;
/** One transport connection of a trunk. The rim names what a peer opened, the core names what it asks for. */
export type Channel = string;
/** The number a request keeps for life, unique in one core and never used again. */
export type RequestId = string;
