import type { Sizing } from '../types';

/** Nodes that hold the demand: what a bill can be made of. */
export type Sized = Extract<Sizing, { readonly kind: 'sized' }>;
