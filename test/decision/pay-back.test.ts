import { describePayBack } from '../../lib/decision/pay-back';

test.each([
  [0, 36, 'pays back after 0 of 36 months'],
  [1, 36, 'pays back after 1 of 36 months'],
  [36, 36, 'pays back after 36 of 36 months'],
  [37, 36, 'does not pay back within the 36 months planned, for it takes 37 months'],
  [1_200, 36, 'does not pay back within the 36 months planned, for it takes 1,200 months'],
  [1, 1, 'pays back after 1 of 1 month'],
  [2, 1, 'does not pay back within the 1 month planned, for it takes 2 months'],
])('says of %i months where %i are planned whether they are enough', (months, planned, words) => {
  expect(describePayBack(months, planned)).toBe(words);
});
