/** The phrases of a list such as "a plus, a big plus"; line ends are white space. */
export function commaList(text: string): readonly string[] {
  return text
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
