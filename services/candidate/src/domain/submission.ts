import { DomainError } from '@hiregraph/kernel';
import type { Answer, Submission } from './application.ts';
import { assertAtMost, boundedText, requiredText } from './bounded-text.ts';
import { checkedResume, type ResumeInput } from './checked-resume.ts';
import { checkedEmail, checkedLinks, checkedPhones } from './contact-details.ts';
import { LIMITS } from './limits.ts';

/** What a person sends with an application, as it comes in. */
export interface SubmissionInput {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null | undefined;
  readonly links?: readonly string[] | null | undefined;
  readonly location?: string | null | undefined;
  readonly resume?: ResumeInput | null | undefined;
}

/** @throws DomainError INVALID_INPUT, LIMIT_REACHED */
export function checkedSubmission(input: SubmissionInput): Submission {
  const [phone] = checkedPhones(input.phone ? [input.phone] : [], ['input', 'phone']);
  return {
    name: requiredText(input.name, LIMITS.name, ['input', 'name']),
    email: checkedEmail(input.email, ['input', 'email']),
    phone: phone ?? null,
    links: checkedLinks(input.links, ['input', 'links']),
    location: boundedText(input.location, LIMITS.location, ['input', 'location']),
    resume: input.resume ? checkedResume(input.resume, ['input', 'resume']) : null,
  };
}

/** One answer a question, empty ones left out. @throws DomainError INVALID_INPUT, LIMIT_REACHED */
export function checkedAnswers(
  answers: readonly Answer[] | null | undefined,
  path: readonly string[],
): readonly Answer[] {
  const given = answers ?? [];
  assertAtMost(given.length, LIMITS.answers, 'answers', path);
  const kept = new Map<string, Answer>();
  given.forEach(({ questionId, value }, index) => {
    const here = [...path, String(index)];
    const id = requiredText(questionId, LIMITS.id, [...here, 'questionId']);
    if (kept.has(id)) {
      throw new DomainError('INVALID_INPUT', 'This question is answered twice. Send one answer for each.', {
        path: [...here, 'questionId'],
      });
    }
    const text = boundedText(value, LIMITS.answer, [...here, 'value']);
    if (text !== null) kept.set(id, { questionId: id, value: text });
  });
  return [...kept.values()];
}
