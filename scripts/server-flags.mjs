/**
 * How Node runs the server: each thread collects its own garbage. Helping threads would only wait for each other on processors that are
 * busy with injections anyway: with them a request costs a tenth more.
 */
export const SERVER_FLAGS = ["--single-threaded-gc"];
