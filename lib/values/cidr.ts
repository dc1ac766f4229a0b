import { Address4, Address6 } from 'ip-address';
import { ValidationError } from './validation-error';

const BITS = { 4: 32, 6: 128 } as const;

/**
 * An IPv4 or IPv6 range in CIDR notation, held as its canonical network address.
 *
 * `10.0.0.1/16` is refused and not rounded: a range with host bits set is nearly always a typing mistake,
 * and every cloud API refuses it minutes later.
 */
export class Cidr {
  /** @throws ValidationError when the text is no CIDR range, lacks its mask, or has host bits set. */
  public static parse(text: string): Cidr {
    const [address, mask, ...rest] = text.split('/');
    if (address === undefined || !(Address4.isValid(address) || Address6.isValid(address))) {
      throw new ValidationError(
        `'${text}' is not a CIDR range; write an address and a mask such as '10.0.0.0/16'`,
      );
    }
    const version = Address4.isValid(address) ? 4 : 6;
    if (mask === undefined || !/^\d{1,3}$/.test(mask) || rest.length > 0) {
      throw new ValidationError(
        `'${text}' lacks the mask of a CIDR range; did you mean '${address}/${BITS[version]}'?`,
      );
    }
    const prefix = Number(mask);
    if (prefix > BITS[version]) {
      throw new ValidationError(
        `'${text}' has a mask of ${prefix} bits; IPv${version} allows 0 to ${BITS[version]}`,
      );
    }
    const first = (version === 4 ? new Address4(address) : new Address6(address)).bigInt();
    const size = 1n << BigInt(BITS[version] - prefix);
    const network = first - (first % size);
    if (network !== first) {
      throw new ValidationError(
        `'${text}' has host bits set; the range that holds it is '${render(version, network)}/${prefix}'`,
      );
    }
    return new Cidr(version, network, prefix);
  }

  private constructor(
    public readonly version: 4 | 6,
    private readonly first: bigint,
    public readonly prefix: number,
  ) {}

  /** Number of addresses in the range. */
  public get size(): bigint {
    return 1n << BigInt(BITS[this.version] - this.prefix);
  }

  public overlaps(other: Cidr): boolean {
    return (
      this.version === other.version &&
      this.first < other.first + other.size &&
      other.first < this.first + this.size
    );
  }

  public contains(other: Cidr): boolean {
    return (
      this.version === other.version &&
      this.first <= other.first &&
      other.first + other.size <= this.first + this.size
    );
  }

  /** Whether a single address lies in the range. False for text that is no address of this IP version. */
  public containsAddress(address: string): boolean {
    const parser = this.version === 4 ? Address4 : Address6;
    if (!parser.isValid(address)) return false;
    const value = new parser(address).bigInt();
    return this.first <= value && value < this.first + this.size;
  }

  /**
   * The `index`-th range of `prefix` bits inside this one, counted from its start.
   *
   * @throws ValidationError when the prefix is wider than this range or the index lies beyond its end.
   */
  public subnet(prefix: number, index: number): Cidr {
    if (prefix < this.prefix || prefix > BITS[this.version]) {
      throw new ValidationError(
        `a /${prefix} cannot be cut from ${this}; allowed are /${this.prefix} to /${BITS[this.version]}`,
      );
    }
    const count = 1n << BigInt(prefix - this.prefix);
    if (index < 0 || BigInt(index) >= count) {
      throw new ValidationError(
        `${this} holds ${count} ranges of /${prefix}; number ${index} (from 0) does not exist`,
      );
    }
    const size = 1n << BigInt(BITS[this.version] - prefix);
    return new Cidr(this.version, this.first + BigInt(index) * size, prefix);
  }

  /** The address `offset` places after the start, for instance the virtual address of a site. */
  public address(offset: number): string {
    return render(this.version, this.first + BigInt(offset));
  }

  public toString(): string {
    return `${render(this.version, this.first)}/${this.prefix}`;
  }
}

/** A range with the name a reader knows it by, such as `podCidr`. */
export interface NamedCidr {
  readonly name: string;
  readonly cidr: Cidr;
}

/**
 * Reads a range that its reader knows by a name: the range, or one sentence that names it. Returns and does not throw, so that
 * several can be reported at once.
 */
export function readNamedCidr(name: string, text: string): NamedCidr | string {
  try {
    return { name, cidr: Cidr.parse(text) };
  } catch (error) {
    if (ValidationError.isValidationError(error)) return `'${name}': ${error.message}`;
    throw error;
  }
}

/**
 * One sentence for every pair of ranges that overlap, in the order given; empty when all are disjoint.
 * Returns and does not throw, so that a caller can report all of them at once.
 */
export function describeOverlaps(ranges: readonly NamedCidr[]): readonly string[] {
  return ranges.flatMap((left, i) =>
    ranges
      .slice(i + 1)
      .filter((right) => left.cidr.overlaps(right.cidr))
      .map(
        (right) =>
          `'${left.name}' (${left.cidr}) overlaps '${right.name}' (${right.cidr}); give them disjoint ranges`,
      ),
  );
}

function render(version: 4 | 6, value: bigint): string {
  return version === 4 ? Address4.fromBigInt(value).correctForm() : Address6.fromBigInt(value).correctForm();
}
