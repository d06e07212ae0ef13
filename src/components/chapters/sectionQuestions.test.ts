import { expect, test } from 'vitest';
import { markupOf, type Chapter } from './fixtures/chapterText';

/** The sections of a chapter that tell without having asked, by the names that links have for them. */
async function silentSections(chapter: Chapter): Promise<readonly string[]> {
  const [, ...sections] = (await markupOf(chapter)).split(/<section (?=[^>]*data-section=)/);
  expect(sections.length).toBeGreaterThan(4);
  return sections
    .filter((markup) => !markup.includes('data-gate='))
    .map((markup) => /id="([^"]+)"/.exec(markup)?.[1] ?? '');
}

/** What every chapter ends with. */
const ends = ['key-points', 'check-yourself'];

test.each<Chapter>([
  'counting',
  'squeezeNet',
  'xception',
  'mobileNetV1',
  'shuffleNetV1',
  'mobileNetV2',
  'shuffleNetV2',
  'mobileNetV3',
  'efficientNet',
])('every section of %s asks before it tells', async (chapter) => {
  expect(await silentSections(chapter)).toEqual(ends);
});

test('every section of the summary asks before it tells, or is a question as a whole', async () => {
  // To give eight answers to eight questions.
  expect(await silentSections('summary')).toEqual(['questions', ...ends]);
});
