/** The only door of the engine: what the page, the server, the command line and the tests use. */
export { inject } from "./diagnose/diagnose";
export { answerPieces, answerText } from "./diagnose/answer-text";
export { resultPieces, resultText } from "./inject/result-text";
export { offlineCommand, type FileRead, type LogLine, type OfflineEnd } from "./inject/offline-command";
export { NEWEST, RELEASES, releaseName, type Release } from "./k8s/release";
export type * from "./inject/api";
