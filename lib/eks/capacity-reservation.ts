import { Token } from 'cdktf';
import { ValidationError } from '../values';

const RESERVATION_ID = /^cr-[0-9a-f]{8,17}$/;

/** What kind of promise AWS gave. */
export enum EksReservationKind {
  ON_DEMAND = 'on-demand',
  CAPACITY_BLOCK = 'capacity-block',
}

/** Machines that AWS keeps for you, by the reservation's id. Changing it replaces the nodes. */
export class EksCapacityReservation {
  /**
   * An on-demand capacity reservation: paid for whether its machines run or not. Nodes beyond it do not start.
   *
   * @throws ValidationError when the id is malformed.
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-reservations.html
   */
  public static targeted(reservationId: string): EksCapacityReservation {
    return new EksCapacityReservation(EksReservationKind.ON_DEMAND, checked(reservationId));
  }

  /**
   * A capacity block: machines with GPUs or Trainium for some days in one zone, paid for in advance. No machine starts before the block does,
   * and AWS ends all half an hour before the block does, so let the pool be able to shrink to 0: `autoscaled` from `min: 0`.
   *
   * @throws ValidationError when the id is malformed.
   * @see https://docs.aws.amazon.com/eks/latest/userguide/capacity-blocks-mng.html
   */
  public static capacityBlock(reservationId: string): EksCapacityReservation {
    return new EksCapacityReservation(EksReservationKind.CAPACITY_BLOCK, checked(reservationId));
  }

  private constructor(
    public readonly kind: EksReservationKind,
    public readonly reservationId: string,
  ) {}
}

function checked(reservationId: string): string {
  if (!Token.isUnresolved(reservationId) && !RESERVATION_ID.test(reservationId)) {
    throw new ValidationError(
      `'capacityReservation' (${reservationId}) must be the id of a reservation such as 'cr-0123456789abcdef0'`,
    );
  }
  return reservationId;
}
