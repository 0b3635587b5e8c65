/**
 * The named characters of HTML 4, which is what editors and applicant-tracking systems write, with the few of HTML 5
 * that occur beside them. A name that is not here stays as it stands.
 */
const LATIN_1_FIRST = 160;
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const OTHERS =
  'quot=" amp=& lt=< gt=> apos=\' OElig=Œ oelig=œ Scaron=Š scaron=š Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ ensp=\u2002 emsp=\u2003 thinsp=\u2009 zwnj=\u200c zwj=\u200d lrm=\u200e rlm=\u200f ndash=– mdash=— horbar=― lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† Dagger=‡ bull=• hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› oline=‾ frasl=⁄ euro=€ image=ℑ weierp=℘ real=ℜ trade=™ alefsym=ℵ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ crarr=↵ lArr=⇐ uArr=⇑ rArr=⇒ dArr=⇓ hArr=⇔ forall=∀ part=∂ exist=∃ empty=∅ nabla=∇ isin=∈ notin=∉ ni=∋ prod=∏ sum=∑ minus=− lowast=∗ radic=√ prop=∝ infin=∞ ang=∠ and=∧ or=∨ cap=∩ cup=∪ int=∫ there4=∴ sim=∼ cong=≅ asymp=≈ ne=≠ equiv=≡ le=≤ ge=≥ sub=⊂ sup=⊃ nsub=⊄ sube=⊆ supe=⊇ oplus=⊕ otimes=⊗ perp=⊥ sdot=⋅ lceil=⌈ rceil=⌉ lfloor=⌊ rfloor=⌋ loz=◊ spades=♠ clubs=♣ hearts=♥ diams=♦ Alpha=Α Beta=Β Gamma=Γ Delta=Δ Omega=Ω alpha=α beta=β gamma=γ delta=δ epsilon=ε lambda=λ mu=μ pi=π sigma=σ omega=ω NewLine=\n Tab=\t excl=! num=# dollar=$ percnt=% lpar=( rpar=) ast=* plus=+ comma=, period=. sol=/ colon=: semi=; equals== quest=? commat=@ lsqb=[ lbrack=[ bsol=\\ rsqb=] rbrack=] lowbar=_ lcub={ lbrace={ verbar=| vert=| rcub=} rbrace=} hyphen=‐ dash=‐ check=✓ checkmark=✓ cross=✗ star=☆ starf=★ squ=□ bullet=• caron=ˇ zcaron=ž Zcaron=Ž ccaron=č Ccaron=Č rcaron=ř lstrok=ł Lstrok=Ł aogon=ą eogon=ę sacute=ś zacute=ź zdot=ż nacute=ń cacute=ć';

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(LATIN_1_FIRST + at)]),
  ...OTHERS.split(' ').map((entry): [string, string] => {
    const equals = entry.indexOf('=');
    return [entry.slice(0, equals), entry.slice(equals + 1)];
  }),
]);
/** Those that browsers also read without the semicolon. */
const WITHOUT_SEMICOLON: ReadonlySet<string> = new Set([...LATIN_1.split(' '), 'quot', 'amp', 'lt', 'gt']);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,15}))(;?)/gu;
/** What pages mean by 128 to 159, which Unicode leaves to controls: Windows-1252. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const WINDOWS_1252_FIRST = 128;
const REPLACEMENT = '\ufffd';

/** Replaces character references ("&amp;", "&#8217;", "&#x2019;") once, from left to right. */
export function decodeHtmlEntities(html: string): string {
  if (!html.includes('&')) return html;
  return html.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string, semicolon?: string) => {
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    if (name === undefined || (semicolon === '' && !WITHOUT_SEMICOLON.has(name))) return whole;
    return NAMED.get(name) ?? whole;
  });
}

function character(code: number): string {
  if (code >= WINDOWS_1252_FIRST && code < LATIN_1_FIRST) return WINDOWS_1252.charAt(code - WINDOWS_1252_FIRST);
  const isText = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : REPLACEMENT;
}
