import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { catalogues, keyLabel } from "../../../src/users/catalogues.ts";
import { type Reason, reasonText, reasons } from "../../../src/users/reasons.ts";
import { locales } from "../../../src/users/screen.ts";
import {
  activatedScreen,
  availableScreen,
  localTime,
  noticeScreen,
  replaceScreen,
} from "../../../src/users/screens.ts";

describe("screens", () => {
  it("S-15, S-16, S-17: activated, word for word", () => {
    expect(activatedScreen("2001", "en")).to.deep.equal({
      kind: "activated",
      locale: "en",
      lines: ["CallBack is activated on 2001", "Press Cancel to deactivate", "Press Exit to quit this screen"],
      keys: ["Cancel", "Exit"],
    });
  });

  it("S-18 to S-21: available, word for word", () => {
    const atMs = Date.UTC(2026, 0, 5, 8, 7, 59);
    expect(availableScreen("2001", atMs, 60, "en")).to.deep.equal({
      kind: "available",
      locale: "en",
      lines: [
        "2001 has become available",
        "Time 09:07 01/05/2026",
        "Press Dial to call",
        "Press Cancel to deactivate",
        "Press Exit to quit this screen",
      ],
      keys: ["Dial", "Cancel", "Exit"],
    });
  });

  it("S-19: local time over the ends of days, months and years, ahead of and behind UTC", () => {
    expect(localTime(0, 0, "MM/DD/YYYY")).to.equal("00:00 01/01/1970");
    expect(localTime(0, -1, "MM/DD/YYYY")).to.equal("23:59 12/31/1969");
    expect(localTime(Date.UTC(2024, 1, 28, 23, 30), 60, "MM/DD/YYYY")).to.equal("00:30 02/29/2024");
    expect(localTime(Date.UTC(2025, 1, 28, 23, 30), 60, "MM/DD/YYYY")).to.equal("00:30 03/01/2025");
    expect(localTime(Date.UTC(2025, 11, 31, 18, 30), 330, "MM/DD/YYYY")).to.equal("00:00 01/01/2026");
    expect(localTime(Date.UTC(2026, 2, 1, 4, 59), -300, "MM/DD/YYYY")).to.equal("23:59 02/28/2026");
    expect(localTime(Date.UTC(2000, 1, 29, 12, 0), 0, "MM/DD/YYYY")).to.equal("12:00 02/29/2000");
    expect(localTime(Date.UTC(2100, 1, 28, 12, 0), 1440, "MM/DD/YYYY")).to.equal("12:00 03/01/2100");
  });

  it("agrees with the calendar of the platform on any day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (atMs) => {
        const date = new Date(atMs).toISOString();
        const expected = `${date.slice(11, 16)} ${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
        expect(localTime(atMs, 0, "MM/DD/YYYY")).to.equal(expected);
      }),
    );
  });

  it("every notice says what happened and what to do next, in every language", () => {
    for (const locale of locales) {
      for (const reason of Object.keys(reasons) as Reason[]) {
        const { lines } = noticeScreen(reason, "2001", locale);
        const [text = "", next = ""] = lines;
        const where = `${locale} ${reason}`;
        expect(lines, where).to.have.length(3);
        expect(text, where).to.have.length.greaterThan(10);
        expect(next, where).to.match(/^(\p{Lu}|2001)/u);
        expect(lines.join(" "), where).not.to.include("<");
        expect(text.includes("2001"), where).to.equal(reasons[reason].text.includes("<B>"));
      }
    }
    expect(noticeScreen("busyAgain", "2001", "en")).to.deep.equal({
      kind: "notice",
      locale: "en",
      lines: ["2001 is busy again", "Press CallBack to try again", "Press Exit to quit this screen"],
      keys: ["Exit"],
    });
  });

  it("S-87: the screens in German, French and Spanish, with the date as it is written there", () => {
    const atMs = Date.UTC(2026, 0, 5, 8, 7, 59);
    expect([...activatedScreen("2001", "de").lines, ...availableScreen("2001", atMs, 60, "de").lines]).to.deep.equal([
      "Rückruf bei 2001 ist aktiviert",
      "Löschen drücken, um den Rückruf auszuschalten",
      "Beenden drücken, um diese Anzeige zu schließen",
      "2001 ist jetzt erreichbar",
      "Zeit 09:07 05.01.2026",
      "Wählen drücken, um anzurufen",
      "Löschen drücken, um den Rückruf auszuschalten",
      "Beenden drücken, um diese Anzeige zu schließen",
    ]);
    expect([...activatedScreen("2001", "fr").lines, ...availableScreen("2001", atMs, 60, "fr").lines]).to.deep.equal([
      "Le rappel de 2001 est activé",
      "Appuyez sur Annuler pour désactiver",
      "Appuyez sur Quitter pour fermer cet écran",
      "2001 est maintenant disponible",
      "Heure 09:07 05/01/2026",
      "Appuyez sur Appeler pour appeler",
      "Appuyez sur Annuler pour désactiver",
      "Appuyez sur Quitter pour fermer cet écran",
    ]);
    expect([...activatedScreen("2001", "es").lines, ...availableScreen("2001", atMs, 60, "es").lines]).to.deep.equal([
      "La rellamada a 2001 está activada",
      "Pulse Cancelar para desactivar",
      "Pulse Salir para cerrar esta pantalla",
      "2001 ya está disponible",
      "Hora 09:07 05/01/2026",
      "Pulse Llamar para llamar",
      "Pulse Cancelar para desactivar",
      "Pulse Salir para cerrar esta pantalla",
    ]);
  });

  it("S-87: names the keys in a text as the phone labels them", () => {
    for (const locale of locales) {
      const { pressCancel, pressDial, pressExit } = catalogues[locale];
      expect(pressCancel).to.include(keyLabel(locale, "Cancel"));
      expect(pressDial).to.include(keyLabel(locale, "Dial"));
      expect(pressExit).to.include(keyLabel(locale, "Exit"));
    }
  });

  it("R49: a Dial that failed can be pressed again, and one that has to wait for the end of a call", () => {
    expect(noticeScreen("dialFailed", "2001", "en").keys).to.deep.equal(["Dial", "Cancel", "Exit"]);
    expect(noticeScreen("finishFirst", "2001", "en")).to.deep.equal({
      kind: "notice",
      locale: "en",
      lines: ["You are on a call", "Finish your call, then press Dial", "Press Exit to quit this screen"],
      keys: ["Dial", "Cancel", "Exit"],
    });
  });

  it("S-08: names the active request and the one that would replace it", () => {
    expect(replaceScreen("2001", "2002", "en").lines).to.deep.equal([
      "CallBack is activated on 2001",
      "Press CallBack again for 2002 instead",
      "Press Exit to quit this screen",
    ]);
  });

  it("takes a number for what it is, not for a replacement pattern", () => {
    expect(reasonText("refused", "$&")).to.equal("$& does not take CallBack");
  });
});
