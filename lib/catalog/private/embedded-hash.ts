/**
 * `catalogHash` of the embedded catalogue, written down: reckoning it anew at every start would cost more than the decision.
 * A test compares it with the content and prints the value to put here after a fact has changed.
 */
export const EMBEDDED_HASH = 'sha256:dd6abead4fc90d17638f1e539436f22c4ae64d17a11a73d115ed0285a794ccf3';
