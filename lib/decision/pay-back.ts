import { formatCount } from '../values';

/** Whether what a move saves pays for it in the time that is planned: `pays back after 3 of 36 months`. */
export function describePayBack(months: number, planned: number): string {
  return months > planned
    ? `does not pay back within the ${formatCount(planned, 'month')} planned, for it takes ${formatCount(months, 'month')}`
    : `pays back after ${months} of ${formatCount(planned, 'month')}`;
}
