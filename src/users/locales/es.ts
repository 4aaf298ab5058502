import type { Catalogue } from "../catalogue.ts";

const dialLater = "Llame a <B> más tarde";
const tryAgain = "Pulse Rellamada para volver a intentarlo";
const callAgain = "Vuelva a llamar a <B>";
const nextNotice = "Espere el próximo aviso";
const finish = "Termine su llamada y pulse Llamar";

export const es: Catalogue = {
  keys: { Dial: "Llamar", Cancel: "Cancelar", Exit: "Salir" },
  date: "DD/MM/YYYY",
  activated: "La rellamada a <B> está activada",
  available: "<B> ya está disponible",
  time: "Hora <time>",
  pressCancel: "Pulse Cancelar para desactivar",
  pressExit: "Pulse Salir para cerrar esta pantalla",
  pressDial: "Pulse Llamar para llamar",
  pressAgain: "Pulse otra vez Rellamada para cambiar a <B>",
  reasons: {
    serviceOff: { text: "La rellamada está desactivada", next: dialLater },
    outOfReach: { text: "La rellamada a <B> no está permitida desde aquí", next: dialLater },
    badNumber: { text: "Rellamada imposible: los números solo pueden tener cifras", next: dialLater },
    numberWithheld: { text: "La rellamada a <B> no es posible con el número oculto", next: dialLater },
    nothingToCallBack: {
      text: "No hay llamada para la rellamada",
      next: "Llame y pulse Rellamada si comunica o da tono",
    },
    requestRunning: { text: "La rellamada a <B> se está activando", next: "Espere un momento" },
    storeAway: { text: "Rellamada imposible ahora: no se puede guardar", next: tryAgain },
    tooManyRequests: { text: "Rellamada imposible ahora: demasiadas solicitudes", next: tryAgain },
    refusedForNow: { text: "<B> no acepta rellamadas ahora", next: tryAgain },
    refused: { text: "<B> no acepta rellamadas", next: dialLater },
    refusedByInteraction: { text: "Otro servicio impide la rellamada a <B>", next: dialLater },
    noAnswer: { text: "Rellamada fallida: no hay respuesta sobre <B>", next: tryAgain },
    trunkDown: { text: "Rellamada fallida: el enlace con <B> está caído", next: tryAgain },
    notRetained: { text: "Rellamada fallida: <B> no mantiene la conexión", next: dialLater },
    cancelledByPeer: { text: "El otro lado canceló la rellamada a <B>", next: callAgain },
    expired: { text: "La rellamada a <B> ha caducado", next: callAgain },
    recallExpired: { text: "La rellamada a <B> no se usó a tiempo", next: "Pulse Llamar para llamar" },
    answered: { text: "<B> ha contestado: la rellamada se cancela", next: callAgain },
    connectionLost: { text: "La rellamada a <B> perdió su conexión", next: callAgain },
    busyAgain: { text: "<B> vuelve a estar ocupado", next: tryAgain },
    busyAgainAsked: { text: "<B> vuelve a estar ocupado: la rellamada se pide de nuevo", next: nextNotice },
    busyAgainKept: { text: "<B> vuelve a estar ocupado: la rellamada sigue activada", next: nextNotice },
    recallFailed: { text: "No se puede contactar con <B>", next: tryAgain },
    noMatch: { text: "El otro lado ha olvidado la rellamada a <B>", next: "La llamada sigue sin ella" },
    forgotten: { text: "El otro lado ha olvidado la rellamada a <B>", next: callAgain },
    dialFailed: { text: "Su teléfono no pudo hacer la llamada", next: finish },
    nothingActive: {
      text: "No hay ninguna rellamada activada",
      next: "Llame y pulse Rellamada si comunica o da tono",
    },
    cancelled: { text: "La rellamada a <B> está cancelada", next: callAgain },
    numberMissing: {
      text: "Rellamada imposible: no se conoce su número",
      next: "Consulte a su administrador",
    },
    finishFirst: { text: "Está en una llamada", next: finish },
    restarted: { text: "La rellamada a <B> se perdió en un reinicio", next: callAgain },
  },
};
