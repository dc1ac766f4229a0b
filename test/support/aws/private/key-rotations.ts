import { type Answer, type Asked, type Json, readJson } from './exchange';

/** What AWS takes when it is told none. */
const YEAR_DAYS = 365;

/** moto knows that a key rotates and not how often, so every plan would set it once more. */
export class KeyRotations {
  private readonly days = new Map<string, unknown>();

  /** The answer to a call of KMS, with the period in it. */
  public correct({ headers, body }: Asked, answer: Answer): Answer {
    const target = headers['x-amz-target'];
    if (answer.status !== 200) return answer;
    if (target === 'TrentService.EnableKeyRotation') {
      const { KeyId, RotationPeriodInDays = YEAR_DAYS } = readJson(body);
      this.days.set(plainId(KeyId), RotationPeriodInDays);
    }
    if (target !== 'TrentService.GetKeyRotationStatus') return answer;
    const status: Json = readJson(answer.body);
    const RotationPeriodInDays = this.days.get(plainId(readJson(body).KeyId));
    if (status.KeyRotationEnabled !== true || RotationPeriodInDays === undefined) return answer;
    return { ...answer, body: JSON.stringify({ ...status, RotationPeriodInDays }) };
  }
}

/** A key is named by its id or by its ARN. */
function plainId(key: unknown): string {
  return String(key).split('/').at(-1) ?? '';
}
