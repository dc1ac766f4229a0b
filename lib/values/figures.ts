/**
 * Money for a reader, from millionths of a dollar: `$1,132.43`, `-$0.50`. Rounded half away from zero to the cent; no locale is asked, so
 * the same figure is the same text on every machine.
 */
export function formatUsd(microUsd: number): string {
  const cents = Math.floor((Math.abs(microUsd) + 5_000) / 10_000);
  const sign = microUsd < 0 && cents > 0 ? '-' : '';
  return `${sign}$${groupThousands(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

/** A unit price: two to six decimals, as many as it has. `$0.045`, `$0.0014`, `$32.85`. Nothing is rounded away. */
export function formatUnitUsd(microUsd: number): string {
  const micro = Math.abs(Math.round(microUsd));
  const decimals = String(micro % 1_000_000)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${microUsd < 0 ? '-' : ''}$${groupThousands(Math.floor(micro / 1_000_000))}.${decimals}`;
}

/** Hours with one decimal, `12.0`, rounded half up. A difference may be negative. */
export function formatHours(hours: number): string {
  const tenths = Math.floor(Math.abs(hours) * 10 + 0.5);
  const sign = hours < 0 && tenths > 0 ? '-' : '';
  return `${sign}${groupThousands(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** A count or a volume: whole numbers with thousands separators, others with at most three decimals. */
export function formatQuantity(quantity: number): string {
  const thousandths = Math.round(Math.abs(quantity) * 1_000);
  const decimals = String(thousandths % 1_000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const sign = quantity < 0 && thousandths > 0 ? '-' : '';
  return `${sign}${groupThousands(Math.floor(thousandths / 1_000))}${decimals === '' ? '' : `.${decimals}`}`;
}

/** `1 candidate`, `3 candidates`. Only for nouns that take an s. */
export function formatCount(count: number, noun: string): string {
  return `${groupThousands(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1,234`: a whole number with its thousands apart. */
export function groupThousands(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}
