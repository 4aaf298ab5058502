/** ONE table: the tag of each component (Q.932, ECMA-165; CC 2.1 [2S]). */
export const componentTags = { invoke: 0xa1, returnResult: 0xa2, returnError: 0xa3, reject: 0xa4 } as const;

/** INTEGER and OBJECT IDENTIFIER. */
export const codeTags = { local: 0x02, global: 0x06 } as const;

/** In an invoke, behind its own id. */
export const linkedIdTag = 0x80;

/** Around operation and result. */
export const sequenceTag = 0x30;

/** In place of the invoke id of a reject that has none. */
export const nullTag = 0x05;
