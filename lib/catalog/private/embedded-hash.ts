/**
 * `catalogHash` of the embedded catalogue, written down: reckoning it anew at every start would cost more than the decision.
 * A test compares it with the content and prints the value to put here after a fact has changed.
 */
export const EMBEDDED_HASH = 'sha256:334815b4a031baca1d0255ad31320bc1ef225b45b5bb66b19fe02a18fc3b5f10';
