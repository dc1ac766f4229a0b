import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

const RESERVATION =
  /^(projects\/[a-z0-9.:-]+\/reservations\/)?[a-z]([-a-z0-9]{0,61}[a-z0-9])?(\/reservationBlocks\/[-a-z0-9]+)?$/;

/** What a pool takes of what is reserved. The values are GKE's own words. */
export enum GkeReservationUse {
  ANY = 'ANY_RESERVATION',
  NONE = 'NO_RESERVATION',
  NAMED = 'SPECIFIC_RESERVATION',
}

/**
 * Machines that Google keeps for you, paid for whether they run or not. Changing it replaces the pool.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/consuming-reservations
 */
export class GkeCapacityReservation {
  /** From any reservation that fits and is open to all, and on demand beyond it. */
  public static any(): GkeCapacityReservation {
    return new GkeCapacityReservation(GkeReservationUse.ANY, undefined);
  }

  /** From none, so that what is reserved stays free for something else. */
  public static none(): GkeCapacityReservation {
    return new GkeCapacityReservation(GkeReservationUse.NONE, undefined);
  }

  /**
   * From this one only; nodes beyond it do not start. Its zone must be one of the pool's.
   *
   * @param reservation its name, or `projects/…/reservations/…` for one that another project shares
   * @throws ValidationError when the name is malformed.
   */
  public static named(reservation: string): GkeCapacityReservation {
    whenResolved(reservation, (value) => {
      if (RESERVATION.test(value)) return;
      throw new ValidationError(
        `'capacityReservation' (${value}) must be the name of a reservation, or 'projects/…/reservations/…' of another project's`,
      );
    });
    return new GkeCapacityReservation(GkeReservationUse.NAMED, reservation);
  }

  private constructor(
    public readonly use: GkeReservationUse,
    /** Set by {@link named} only. */
    public readonly reservation: string | undefined,
  ) {}
}
