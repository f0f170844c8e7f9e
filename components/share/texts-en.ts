import type { SecretKind } from "../../lib/links/secret-patterns";
import type { Refusal } from "../ask";
import type { Lifetime } from "./links-api";
import type { OpenFailure } from "./open-link";

const count = (n: number) => new Intl.NumberFormat("en").format(n);

/** What the server's refusals mean for whoever shares or opens. */
function refused({ status, title, detail }: Refusal): string {
  switch (status) {
    case 413:
      return "This is too large for a short link: at most 2 MiB.";
    case 429:
      return "Too many links for now. Try again in a minute.";
    case 501:
      return "This server keeps no links. A link that holds everything itself works.";
    case 503:
      return "The server's storage does not answer. Try again soon.";
    case 507:
      return "The server's storage is full. A link that holds everything itself works.";
    case undefined:
      return "The server does not answer.";
    default:
      return `${title}: ${detail}`;
  }
}

/** Every text about links, in English. */
export const en = {
  title: "Share",
  close: "Close",
  dismiss: "Dismiss",
  kind: "Kind of link",
  kinds: {
    link: "In the link itself",
    encrypted: "Short, end-to-end encrypted",
    plain: "Short, plain",
  },
  readers: {
    link: "Whoever has the link can read it. Nothing reaches a server; it opens for ever, offline too in a browser that has shown the explorer before.",
    encrypted: "Whoever has the whole link can read it. This server stores what it cannot read.",
    plain: "Whoever has the link can read it, and so can this server. It has a title and a preview.",
  },
  insecure: "Not here: this page came over plain http, and browsers encrypt only over https.",
  notKept: "Not here: this server keeps no links.",
  characters: (n: number) => `${count(n)} characters.`,
  tooLongForChat: (n: number) => `${count(n)} characters: many chat tools cut links off at 2,000.`,
  tooLongForBrowsers: (n: number) => `${count(n)} characters: more than some browsers open.`,
  makeShort: "Make it short",

  secrets: (n: number) => (n === 1 ? "This looks like a secret" : `These ${n} look like secrets`),
  secretsHint: "What is ticked is masked in the link. Your own text stays as it is.",
  mask: (what: string) => `Mask ${what}`,
  secretKinds: {
    secretObject: "in a Secret",
    registry: "registry credentials",
    privateKey: "private key",
    token: "token",
    password: "password or token",
  } satisfies Record<SecretKind, string>,

  expires: "Expires",
  lifetimes: {
    "1h": "in 1 hour",
    "1d": "in 1 day",
    "1w": "in 1 week",
    "30d": "in 30 days",
    never: "never",
  } satisfies Record<Lifetime, string>,
  burn: "Can be read once, then it is gone",
  make: "Make the link",
  making: "Making it…",
  refused,

  link: "Link",
  copy: "Copy",
  copied: "Copied",
  notCopied: "This browser does not allow copying here: the link is selected.",
  qr: "QR code",
  qrLabel: "QR code of the link",
  qrTooLong: "Too long for a QR code: a short link has one.",
  lives: (until: string | undefined, burn: boolean) =>
    [burn ? "It can be read once." : "", until ? `It expires ${until}.` : "It does not expire."].join(" ").trim(),
  deletion: "To delete it",
  deletionHint: "Only this link deletes it, and it is shown only now.",
  deleteIt: "Delete it now",
  another: "Make another",
  embed: "To embed it in a page",
  embedTitle: "Injection Explorer",

  makeLesson: "Make a lesson of it",
  lessonHint:
    "What to look at, and what to change: Markdown without HTML. Whoever opens the link reads it beside the page.",
  live: "Live pod",
  taught: "Lesson",
  taughtBy: "written by whoever made the link",
  fold: "Fold the lesson's text",
  dismissTaught: "Put the lesson's text away",

  // Opening
  opened: (kept: boolean) => `This is what the link holds.${kept ? " Your own text is kept." : ""}`,
  back: "Back to mine",
  changed: "The result is another one than when this was shared: the engine has changed since.",
  once: "This link can be read once. When it is opened, nobody else can read it any more.",
  readOnce: "Read it now",
  burned: "Nobody else can read this link any more. Its text is kept in this browser only.",
  deletes: "This deletes the link for everyone who has it.",
  deleteNow: "Delete it",
  deleted: "The link is deleted.",
  notOpened: "The link cannot be opened.",
  draftKept: "Your own text is as it was.",
  failure: (failure: OpenFailure): string => {
    switch (failure.kind) {
      case "not-ours":
        return "What stands behind # is no link of this page.";
      case "cut-off":
        return `Its end is missing: ${count(failure.have)} of ${count(failure.of)} characters have arrived. Copy it again, whole.`;
      case "damaged":
        return "It was changed on its way. Copy it again, whole.";
      case "unknown-version":
        return "A newer version of this page made it.";
      case "too-large":
        return `It would unpack to more than ${count(failure.most / 1024 / 1024)} MiB.`;
      case "malformed":
        return `What it holds is not what a link holds, at ${failure.at}.`;
      case "no-key":
        return "Its key is missing: the part behind # that only the sender has. Ask for the whole link.";
      case "key-cut-off":
        return "The end of its key is missing. Copy it again, whole.";
      case "wrong-key":
        return "Its key does not fit: the part behind # was changed on its way.";
      case "insecure":
        return "It is encrypted, and this page came over plain http, where browsers do not decrypt. Open it over https.";
      case "absent":
        return "It has expired, was deleted, was to be read only once and has been, or never was.";
      case "refused":
        return refused(failure.refusal);
    }
  },

  // Embedded
  embedded: "Result of an injection",
  openInExplorer: "Open in the explorer",
  views: "What is shown",
  showResult: "Result",
  loading: "The link is being opened…",
  onceEmbedded: "This link can be read once. Open it in the explorer.",
};

/** The texts about links. */
export type ShareTexts = typeof en;
