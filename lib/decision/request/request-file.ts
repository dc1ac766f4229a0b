import type { z } from 'zod';
import type { requestSchema } from './request-schema';

/** What may be written in the file: defaults left out, regimes as plain names. For programs that write requests. */
export type RequestFile = z.input<typeof requestSchema>;
