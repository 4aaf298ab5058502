import type { Catalogue } from "../catalogue.ts";

const dialLater = "Appelez <B> plus tard";
const tryAgain = "Appuyez sur Rappel pour réessayer";
const callAgain = "Rappelez <B>";
const nextNotice = "Attendez le prochain avis";
const finish = "Terminez votre appel, puis appuyez sur Appeler";

export const fr: Catalogue = {
  keys: { Dial: "Appeler", Cancel: "Annuler", Exit: "Quitter" },
  date: "DD/MM/YYYY",
  activated: "Le rappel de <B> est activé",
  available: "<B> est maintenant disponible",
  time: "Heure <time>",
  pressCancel: "Appuyez sur Annuler pour désactiver",
  pressExit: "Appuyez sur Quitter pour fermer cet écran",
  pressDial: "Appuyez sur Appeler pour appeler",
  pressAgain: "Appuyez encore sur Rappel pour choisir <B>",
  reasons: {
    serviceOff: { text: "Le rappel est désactivé", next: dialLater },
    outOfReach: { text: "Le rappel de <B> n'est pas autorisé d'ici", next: dialLater },
    badNumber: { text: "Rappel impossible : seuls les chiffres sont admis dans les numéros", next: dialLater },
    numberWithheld: { text: "Le rappel de <B> est impossible avec un numéro masqué", next: dialLater },
    nothingToCallBack: {
      text: "Aucun appel à rappeler",
      next: "Appelez, puis appuyez sur Rappel si la ligne est occupée ou sonne",
    },
    requestRunning: { text: "Le rappel de <B> est en cours d'activation", next: "Patientez un instant" },
    storeAway: { text: "Rappel impossible pour l'instant : il ne peut pas être enregistré", next: tryAgain },
    tooManyRequests: { text: "Rappel impossible pour l'instant : trop de demandes", next: tryAgain },
    refusedForNow: { text: "<B> n'accepte pas de rappel pour l'instant", next: tryAgain },
    refused: { text: "<B> n'accepte pas de rappel", next: dialLater },
    refusedByInteraction: { text: "Un autre service empêche le rappel de <B>", next: dialLater },
    noAnswer: { text: "Échec du rappel : aucune réponse pour <B>", next: tryAgain },
    trunkDown: { text: "Échec du rappel : la liaison vers <B> est en panne", next: tryAgain },
    notRetained: { text: "Échec du rappel : <B> ne garde pas la connexion", next: dialLater },
    cancelledByPeer: { text: "Le rappel de <B> a été annulé par l'autre côté", next: callAgain },
    expired: { text: "Le rappel de <B> a expiré", next: callAgain },
    recallExpired: {
      text: "Le rappel de <B> n'a pas été utilisé à temps",
      next: "Appuyez sur Appeler pour appeler",
    },
    answered: { text: "<B> a répondu : le rappel est annulé", next: callAgain },
    connectionLost: { text: "Le rappel de <B> a perdu sa connexion", next: callAgain },
    busyAgain: { text: "<B> est de nouveau occupé", next: tryAgain },
    busyAgainAsked: { text: "<B> est de nouveau occupé : le rappel est redemandé", next: nextNotice },
    busyAgainKept: { text: "<B> est de nouveau occupé : le rappel reste activé", next: nextNotice },
    recallFailed: { text: "<B> est injoignable", next: tryAgain },
    noMatch: { text: "L'autre côté a oublié le rappel de <B>", next: "L'appel continue sans lui" },
    forgotten: { text: "L'autre côté a oublié le rappel de <B>", next: callAgain },
    dialFailed: { text: "Votre téléphone n'a pas pu appeler", next: finish },
    nothingActive: {
      text: "Aucun rappel n'est activé",
      next: "Appelez, puis appuyez sur Rappel si la ligne est occupée ou sonne",
    },
    cancelled: { text: "Le rappel de <B> est annulé", next: callAgain },
    numberMissing: {
      text: "Rappel impossible : votre numéro n'est pas connu",
      next: "Adressez-vous à votre administrateur",
    },
    finishFirst: { text: "Vous êtes en communication", next: finish },
    restarted: { text: "Le rappel de <B> a été perdu lors d'un redémarrage", next: callAgain },
  },
};
