import type { Catalogue } from "../catalogue.ts";

const dialLater = "<B> später anrufen";
const tryAgain = "Für einen neuen Versuch Rückruf drücken";
const callAgain = "<B> noch einmal anrufen";
const nextNotice = "Die nächste Meldung abwarten";

export const de: Catalogue = {
  keys: { Dial: "Wählen", Cancel: "Löschen", Exit: "Beenden" },
  date: "DD.MM.YYYY",
  activated: "Rückruf bei <B> ist aktiviert",
  available: "<B> ist jetzt erreichbar",
  time: "Zeit <time>",
  pressCancel: "Löschen drücken, um den Rückruf auszuschalten",
  pressExit: "Beenden drücken, um diese Anzeige zu schließen",
  pressDial: "Wählen drücken, um anzurufen",
  pressAgain: "Stattdessen für <B> noch einmal Rückruf drücken",
  reasons: {
    serviceOff: { text: "Rückruf ist ausgeschaltet", next: dialLater },
    outOfReach: { text: "Rückruf bei <B> ist von hier aus nicht erlaubt", next: dialLater },
    badNumber: { text: "Rückruf ist nicht möglich: Nummern dürfen nur Ziffern enthalten", next: dialLater },
    numberWithheld: { text: "Rückruf bei <B> ist mit unterdrückter Nummer nicht möglich", next: dialLater },
    nothingToCallBack: {
      text: "Kein Anruf für einen Rückruf",
      next: "Anrufen und Rückruf drücken, wenn es besetzt ist oder klingelt",
    },
    requestRunning: { text: "Rückruf bei <B> wird eingerichtet", next: "Einen Moment warten" },
    storeAway: { text: "Rückruf ist jetzt nicht möglich: er kann nicht gespeichert werden", next: tryAgain },
    tooManyRequests: { text: "Rückruf ist jetzt nicht möglich: zu viele Aufträge", next: tryAgain },
    refusedForNow: { text: "<B> nimmt jetzt keinen Rückruf an", next: tryAgain },
    refused: { text: "<B> nimmt keinen Rückruf an", next: dialLater },
    refusedByInteraction: { text: "Ein anderes Leistungsmerkmal verhindert den Rückruf bei <B>", next: dialLater },
    noAnswer: { text: "Rückruf gescheitert: keine Antwort zu <B>", next: tryAgain },
    trunkDown: { text: "Rückruf gescheitert: die Leitung zu <B> ist gestört", next: tryAgain },
    notRetained: { text: "Rückruf gescheitert: <B> hält die Verbindung nicht", next: dialLater },
    cancelledByPeer: { text: "Rückruf bei <B> wurde von der Gegenseite gelöscht", next: callAgain },
    expired: { text: "Rückruf bei <B> ist abgelaufen", next: callAgain },
    recallExpired: { text: "Rückruf bei <B> wurde nicht rechtzeitig genutzt", next: "Wählen drücken, um anzurufen" },
    answered: { text: "<B> hat abgehoben: der Rückruf ist gelöscht", next: callAgain },
    connectionLost: { text: "Rückruf bei <B> hat seine Verbindung verloren", next: callAgain },
    busyAgain: { text: "<B> ist wieder besetzt", next: tryAgain },
    busyAgainAsked: { text: "<B> ist wieder besetzt: Rückruf wird neu angefordert", next: nextNotice },
    busyAgainKept: { text: "<B> ist wieder besetzt: Rückruf bleibt aktiviert", next: nextNotice },
    recallFailed: { text: "<B> ist nicht erreichbar", next: tryAgain },
    noMatch: {
      text: "Die Gegenseite kennt den Rückruf bei <B> nicht mehr",
      next: "Der Anruf geht ohne ihn weiter",
    },
    forgotten: { text: "Die Gegenseite kennt den Rückruf bei <B> nicht mehr", next: callAgain },
    dialFailed: {
      text: "Ihr Telefon konnte nicht anrufen",
      next: "Das Gespräch beenden, dann Wählen drücken",
    },
    nothingActive: {
      text: "Kein Rückruf ist aktiviert",
      next: "Anrufen und Rückruf drücken, wenn es besetzt ist oder klingelt",
    },
    cancelled: { text: "Rückruf bei <B> ist gelöscht", next: callAgain },
    numberMissing: {
      text: "Rückruf ist nicht möglich: Ihre Nummer ist nicht bekannt",
      next: "Bitte beim Administrator nachfragen",
    },
    finishFirst: { text: "Sie führen ein Gespräch", next: "Das Gespräch beenden, dann Wählen drücken" },
    restarted: { text: "Rückruf bei <B> ging bei einem Neustart verloren", next: callAgain },
  },
};
