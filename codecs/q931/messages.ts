/** ONE table: message type octets and names (Q.931 table 4-2, ECMA-143, ECMA-165). */
export const messageTypes = {
  ALERTING: 0x01,
  "CALL PROCEEDING": 0x02,
  PROGRESS: 0x03,
  SETUP: 0x05,
  CONNECT: 0x07,
  "SETUP ACKNOWLEDGE": 0x0d,
  "CONNECT ACKNOWLEDGE": 0x0f,
  DISCONNECT: 0x45,
  RESTART: 0x46,
  RELEASE: 0x4d,
  "RESTART ACKNOWLEDGE": 0x4e,
  "RELEASE COMPLETE": 0x5a,
  SEGMENT: 0x60,
  FACILITY: 0x62,
  REGISTER: 0x64,
  NOTIFY: 0x6e,
  "STATUS ENQUIRY": 0x75,
  INFORMATION: 0x7b,
  STATUS: 0x7d,
} as const;

export type MessageName = keyof typeof messageTypes;
