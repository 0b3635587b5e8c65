import { commaList } from './comma-list.ts';
import type { LanguageLexicon } from './language-lexicon.ts';

export const GERMAN: LanguageLexicon = {
  headings: {
    MUST_HAVE: commaList(`
      anforderungen, deine anforderungen, unsere anforderungen, anforderungsprofil, voraussetzungen, voraussetzung,
      muss, muss kriterien, das musst du mitbringen, zwingend, zwingend erforderlich, unbedingt erforderlich, must
      haves, das setzen wir voraus, was wir voraussetzen
    `),
    QUALIFICATION: commaList(`
      dein profil, ihr profil, profil, qualifikationen, qualifikation, deine qualifikationen, ihre qualifikationen,
      das bringst du mit, was du mitbringst, du bringst mit, das bringen sie mit, was sie mitbringen, sie bringen mit,
      das zeichnet dich aus, das zeichnet sie aus, was wir suchen, wen wir suchen, wir suchen, was wir erwarten, wir
      erwarten, was wir uns wunschen, wir wunschen uns, was wir uns von dir wunschen, das wunschen wir uns, du passt
      zu uns wenn, du passt zu uns, das bist du, wer du bist, uber dich, uber sie, ~du hast, ~sie haben, ausbildung,
      erfahrung, berufserfahrung, mit diesem profil, damit uberzeugst du, damit uberzeugen sie, womit du uberzeugst,
      sprachkenntnisse, was dich auszeichnet
    `),
    SKILL: commaList(`
      kenntnisse, deine kenntnisse, fachkenntnisse, fahigkeiten, deine fahigkeiten, fachliche fahigkeiten,
      kompetenzen, fachkompetenzen, skills, deine skills, technische kenntnisse, du beherrschst, sicher im umgang mit,
      know how
    `),
    MINDSET: commaList(`
      mindset, haltung, deine haltung, einstellung, personlichkeit, deine personlichkeit, ihre personlichkeit,
      personliche starken, deine starken, soft skills, arbeitsweise, so arbeitest du, wie du arbeitest, wie du denkst,
      fuhrungsverstandnis
    `),
    RESPONSIBILITY: commaList(`
      aufgaben, deine aufgaben, ihre aufgaben, aufgabengebiet, aufgabenbereich, tatigkeiten, deine tatigkeiten, ihre
      tatigkeiten, tatigkeitsbereich, verantwortung, deine verantwortung, verantwortlichkeiten, was du tust, was du
      machst, was du bei uns tust, was du bei uns machst, das machst du, das erwartet dich, was dich erwartet, das
      erwartet sie, was sie erwartet, deine mission, deine rolle, ihre rolle, dein job, dein alltag, dein
      arbeitsalltag, ~du wirst, du ubernimmst, das wirst du tun, so sieht dein tag aus, hier packst du an
    `),
    WISH: commaList(`
      von vorteil, wunschenswert, idealerweise, pluspunkte, nice to have, bonuspunkte, das ware toll, schon ware, kein
      muss aber, kein muss, ein plus, zusatzlich von vorteil, optional, gerne auch
    `),
    ROLE: commaList(`
      uber die stelle, uber die position, uber die rolle, uber den job, die stelle, die position, die rolle, der job,
      stellenbeschreibung, zur stelle, kurz gesagt, auf einen blick
    `),
    OTHER: commaList(`
      uber uns, uber …, wer wir sind, wir sind, was wir tun, was wir machen, wir bieten, was wir bieten, das bieten
      wir, das bieten wir dir, wir bieten dir, wir bieten ihnen, unser angebot, benefits, deine benefits, deine
      vorteile, ihre vorteile, vorteile, was wir dir bieten, was dich bei uns noch erwartet, warum …, darum …, freu
      dich auf, darauf kannst du dich freuen, das bekommst du, gehalt, vergutung, bewerbung, deine bewerbung, ihre
      bewerbung, jetzt bewerben, so bewirbst du dich, bewerbungsprozess, so geht es weiter, wie es weitergeht,
      kontakt, ansprechpartner, ansprechpartnerin, deine ansprechpartnerin, haben wir dein interesse geweckt,
      interesse, interessiert, neugierig, das team, unser team, dein team, unternehmen, das unternehmen, unsere
      kultur, unsere werte, chancengleichheit, vielfalt, datenschutz, arbeitsort, standort, unser stack, unser tech
      stack, leben bei …, arbeiten bei …
    `),
  },
  headingFillers: commaList(`
    der, die, das, den, dein, deine, deinen, ihr, ihre, unser, unsere, du, sie, wir, und, oder, fur, bei, uns, in,
    im, zu, mit, rolle, stelle, position, fachliche, fachlichen, personliche, personlichen, wichtigsten, diese,
    dieser, auch, noch, als, ist, sind, folgende, folgenden, dich, an
  `),
  leadInOpenings: commaList(`
    du, sie, wir, idealerweise, dazu, dabei, zu
  `),
  wording: {
    WISH: commaList(`
      von vorteil, ein vorteil, vorteilhaft, wunschenswert, idealerweise, im idealfall, ein plus, ein grosses plus,
      ein großes plus, ein pluspunkt, pluspunkt, pluspunkte, gerne gesehen, gern gesehen, kein muss, nicht zwingend,
      nicht erforderlich, bevorzugt, ware toll, ware schon, ware super, wunschen wir uns daruber hinaus, runden dein
      profil ab, runden ihr profil ab, rundet dein profil ab, bonus
    `),
    MUST: commaList(`
      zwingend erforderlich, zwingend, unbedingt erforderlich, ist ein muss, sind ein muss, ist voraussetzung, sind
      voraussetzung, setzen wir voraus, unabdingbar, unerlasslich
    `),
    DUTY: commaList(`
      du wirst, sie werden, du ubernimmst, sie ubernehmen, du verantwortest, sie verantworten, du entwickelst, sie
      entwickeln, du betreust, sie betreuen, du fuhrst, sie fuhren, du gestaltest, du arbeitest, du planst, du
      leitest, du koordinierst, du unterstutzt, du berätst, du beratst, du sorgst, du baust, du begleitest, du
      kummerst dich, deine aufgabe, deine aufgaben, ihre aufgabe, bist du verantwortlich, du bist verantwortlich, sind
      sie verantwortlich, bist du zustandig, du analysierst, du erstellst, du schreibst, du pflegst, du steuerst
    `),
    ASK: commaList(`
      erfahrung, erfahrungen, berufserfahrung, praxiserfahrung, fuhrungserfahrung, projekterfahrung, kenntnisse,
      kenntnissen, deutschkenntnisse, englischkenntnisse, sprachkenntnisse, grundkenntnisse, fachkenntnisse, studium,
      hochschulstudium, ausbildung, berufsausbildung, abschluss, abgeschlossenes, abgeschlossene, fliessend, fließend,
      verhandlungssicher, sicherer umgang, sicher im umgang, fahigkeit, bereitschaft, du hast, sie haben, sie
      verfugen, du verfugst, du bringst, bringst du, sie bringen, du bist, sie sind, du kannst, du kennst, du
      sprichst, sie sprechen, du beherrschst, fuhrerschein, leidenschaft, interesse an, teamfahigkeit,
      kommunikationsstarke, verstandnis fur
    `),
    PERSON: commaList(`
      du hast, du bist, du bringst, hast du, bist du, bringst du, kannst du, du kannst, du kennst, du sprichst, du
      verfugst, du beherrschst, du wirst, dich, dir, dein, deine, deinen, deiner, bewerber, bewerberin, bewerberinnen,
      kandidat, kandidatin, kandidatinnen, jemand, jemanden, menschen die, personlichkeit, sie haben, sie verfugen,
      sie bringen, sie sind, sie sprechen, sie werden, sie ubernehmen
    `),
    COMPANY: ['wir', 'das unternehmen'],
    COMPANY_OWN: ['unser', 'unsere', 'unseren'],
    COMPANY_ASK: commaList(`
      wir suchen, suchen wir, wir erwarten, erwarten wir, wir wunschen uns, wunschen wir uns, wir brauchen, wir setzen
      voraus, setzen wir voraus, wir legen wert auf
    `),
    OFFER: commaList(`
      wir bieten, bieten wir, dich erwartet, dich erwarten, sie erwartet, sie erwarten, du bekommst, du erhaltst, sie
      erhalten, du wirst teil, du berichtest, sie berichten, du arbeitest in einem team, du profitierst, freu dich
      auf, freuen sie sich auf
    `),
    CLOSING: commaList(`
      jetzt bewerben, bewirb dich, bewerben sie sich, deine bewerbung, ihre bewerbung, wir freuen uns, freuen wir uns,
      sende uns, schick uns, senden sie, lebenslauf, anschreiben, bewerbungsunterlagen, unabhangig von,
      schwerbehinderung, schwerbehinderte, chancengleichheit, ethnischer herkunft, sexueller orientierung
    `),
    SAME_AGAIN: ['ebenso', 'gleiches gilt', 'das gilt auch', 'genauso'],
    DESCRIPTION: commaList(`
      das ist eine, das ist ein, das ist kein, dies ist eine, dies ist ein, es handelt sich, die stelle ist, die
      position ist, die rolle ist, das team besteht
    `),
  },
  wishFillers: commaList('das, ist, sind, ware, auch, aber, als, nur, dies'),
  dutyOpenings: commaList(`
    entwicklung, weiterentwicklung, konzeption, planung, durchfuhrung, umsetzung, betreuung, leitung, fuhrung,
    koordination, koordinierung, organisation, unterstutzung, beratung, erstellung, gestaltung, aufbau, ausbau,
    pflege, wartung, betrieb, analyse, steuerung, sicherstellung, verantwortung, mitarbeit, zusammenarbeit,
    begleitung, optimierung, implementierung, vorbereitung, bearbeitung, uberwachung, dokumentation, verantworten,
    entwickeln, gestalten, begleiten
  `),
  labels: {
    TITLE: commaList(`
      stellenbezeichnung, stelle, stellentitel, position, jobtitel, stellenangebot, stellenanzeige, wir suchen, titel
    `),
    LOCATION: commaList(`
      standort, standorte, arbeitsort, einsatzort, ort, dienstort, buro
    `),
    DEPARTMENT: ['abteilung', 'bereich', 'fachbereich', 'team'],
    EMPLOYMENT_TYPE: commaList(`
      anstellungsart, beschaftigungsart, vertragsart, arbeitszeit, anstellung, umfang, arbeitszeitmodell
    `),
    OTHER: commaList(`
      gehalt, vergutung, beginn, start, eintrittsdatum, startdatum, ab, referenz, referenznummer, kennziffer,
      ansprechpartner, ansprechpartnerin, kontakt, unternehmen, bewerbungsschluss, bewerbungsfrist, branche, telefon,
      befristung
    `),
  },
  factValues: {
    FULL_TIME: ['vollzeit', 'in vollzeit', 'unbefristet in vollzeit'],
    PART_TIME: ['teilzeit', 'in teilzeit'],
    CONTRACT: ['freiberuflich', 'freie mitarbeit', 'auftrag'],
    TEMPORARY: ['befristet', 'aushilfe', 'zeitarbeit'],
    INTERNSHIP: ['praktikum', 'werkstudent', 'werkstudentin', 'werkstudium'],
    REMOTE: ['homeoffice', 'home office', 'mobiles arbeiten', 'ortsunabhangig'],
    ON_SITE: ['vor ort'],
  },
  title: {
    openings: commaList(`
      wir suchen, suchen wir, gesucht wird, gesucht, sucht, suchen, verstarke uns als, verstarken sie uns als,
      verstarke unser team als, komm zu uns als, werde
    `),
    weakOpenings: ['als'],
    skipped: commaList(`
      zum, nachstmoglichen, zeitpunkt, nachstmoglich, ab, sofort, dich, sie, dringend, fur, unser, unseren, unsere,
      team, ein, eine, einen, einer, n, r, erfahrene, erfahrenen, erfahrener, engagierte, engagierten, engagierter,
      motivierte, motivierten, motivierter, zwei, drei, mehrere, neue, neuen, weitere, weiteren, als, in, vollzeit,
      teilzeit, unbefristet, und, nachsten, standort, am, den, die, der, zur, verstarkung, unseres, teams, bei, uns
    `),
    ends: commaList(`
      der, die, das, welche, welcher, mit, zur, zum, fur, am, im, in, bei, ab, als, an, auf, um, du, wir, mwd,
      unseres, zu
    `),
    grades: ['leitende', 'leitender', 'stellvertretende'],
    noTitles: commaList(`
      verstarkung, unterstutzung, jemanden, menschen, personlichkeiten, kollegen, kolleginnen, talente, leute, team,
      teil, unternehmen
    `),
    roles: commaList(`
      entwickler, entwicklerin, ingenieur, ingenieurin, leiter, leiterin, leitung, berater, beraterin, referent,
      referentin, sachbearbeiter, sachbearbeiterin, mitarbeiter, mitarbeiterin, kaufmann, kauffrau, managerin,
      assistenz, assistentin, techniker, technikerin, informatiker, informatikerin, administratorin, designerin,
      analystin, architektin, werkstudent, werkstudentin, praktikant, praktikantin, praktikum, auszubildende,
      auszubildender, fachkraft, spezialist, spezialistin, redakteur, redakteurin, betreuer, betreuerin, disponent,
      disponentin, buchhalter, buchhalterin, fuhrer, fuhrerin, beauftragte, beauftragter, koordinator, koordinatorin,
      direktor, direktorin, trainerin, expertin, experte
    `),
    employerWords: ['bei'],
  },
  years: {
    numbers: {
      ein: 1,
      einem: 1,
      zwei: 2,
      drei: 3,
      vier: 4,
      funf: 5,
      sechs: 6,
      sieben: 7,
      acht: 8,
      neun: 9,
      zehn: 10,
      zwolf: 12,
      funfzehn: 15,
    },
    years: commaList(`
      jahr, jahre, jahren, jahrige, jahriger, jahrigen, jahriges, jahrig
    `),
    months: ['monat', 'monate', 'monaten'],
    compounds: ['jahrige', 'jahriger', 'jahrigen', 'jahriges', 'jahrig'],
    to: ['bis', 'oder'],
    and: ['und'],
    between: ['zwischen'],
    skipped: ['oder', 'mehr', 'volle', 'vollen', 'und'],
    noMinimumBefore: commaList(`
      bis zu, weniger als, maximal, hochstens, nachsten, ersten, letzten, vergangenen, alle, innerhalb von, seit, seit
      uber, seit mehr als
    `),
    noMinimumAfter: ['alt', 'befristet', 'vertrag', 'am markt', 'garantie', 'ausbildung'],
  },
  abbreviations: commaList(`
    z.b, bzw, ca, inkl, u.a, d.h, ggf, z, evtl, sog, bspw, mind, max, nr, str, dipl, ing, vgl, o.a, o.ä, u.ä,
    v.a, i.d.r, zzgl, insb, abgeschl, exkl
  `),
  sentenceOpenings: commaList(`
    du, sie, wir, unser, unsere, dein, deine, dabei, dazu, es, wenn, ausserdem
  `),
};
