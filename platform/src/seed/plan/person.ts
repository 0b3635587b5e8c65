import type { Career } from '../careers/career.ts';
import type { Dice } from './dice.ts';
import { createResume, type SeedResume } from './resume.ts';

/** Somebody who applies, as they would describe themselves. Addresses and numbers are of ranges that nobody has. */
export interface Person {
  /** From 1; also in their email address where two have one name. */
  readonly number: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly location: string;
  readonly links: readonly string[];
  readonly resume: SeedResume;
}

interface Place {
  readonly city: string;
  readonly country: string;
  readonly code: string;
}

const PLACES: Readonly<Record<Career['region'], readonly Place[]>> = {
  GB: ['Leeds', 'Leeds', 'Manchester', 'Sheffield', 'York', 'Bradford', 'Newcastle upon Tyne', 'Edinburgh', 'London']
    .map((city) => ({ city, country: 'United Kingdom', code: 'GB' }))
    .concat([{ city: 'Dublin', country: 'Ireland', code: 'IE' }]),
  DE: ['Hamburg', 'Hamburg', 'Hamburg', 'Lübeck', 'Kiel', 'Bremen', 'Hannover', 'Berlin']
    .map((city) => ({ city, country: 'Germany', code: 'DE' }))
    .concat([{ city: 'Aarhus', country: 'Denmark', code: 'DK' }]),
};

const FIRST_NAMES: Readonly<Record<Career['region'], readonly string[]>> = {
  GB: `Aoife Priya Kwame Zofia Mateusz Farah Yusuf Mei Olena Callum Isla Rhys Niamh Harriet Gareth Imogen Declan Shreya
    Oluwaseun Beth Marcus Leila Tomos Freya Rory Anjali Piotr Grace Hamza Eilidh Joel Maeve`.split(/\s+/u),
  DE: `Annika Ben Carla Dennis Elif Finn Greta Hauke Imke Jannis Katrin Lars Merle Nele Ole Pia Rasmus Sönke Tomke Ute
    Volker Wiebke Yasemin Zeynep Thore Birte Malte Svenja Jörg Agnieszka`.split(/\s+/u),
};
const LAST_NAMES: Readonly<Record<Career['region'], readonly string[]>> = {
  GB: `Nowak Okonkwo Sharma Byrne Haddad Mensah Costa Chen Kovalenko Rahman Ackroyd Hartley Sugden Pickles Murgatroyd
    Whitaker Lockwood Greenhalgh Sykes Armitage Patel Hussain Evans MacLeod Doyle Fraser Thackray Oyelaran Kaur Zielinski
    Fairclough Metcalfe`.split(/\s+/u),
  DE: `Albers Behrens Claussen Demir Ehlers Feddersen Gerdes Harms Ihde Jensen Kröger Lorenzen Möller Nissen Oetjen
    Petersen Quast Rohwer Sievers Thomsen Uhl Voss Wulff Yilmaz Ziegler Hansen Kaya Brandt Kowalski Lüders`.split(
    /\s+/u,
  ),
};

/** The address's domains are kept free for examples (RFC 2606). */
const MAIL_DOMAINS = ['example.org', 'example.com', 'example.net'];

/**
 * @param number from 1, another one for each person
 * @param today milliseconds since the Unix epoch; the resume ends there
 */
export function createPerson(dice: Dice, career: Career, number: number, today: number): Person {
  const name = nameOf(dice, career.region);
  const place = dice.pick(PLACES[career.region]);
  const slug = slugOf(name);
  const email = `${slug}.${number}@${dice.pick(MAIL_DOMAINS)}`;
  const phone = phoneOf(place.code, number);
  const links = dice.chance(0.6) ? [`https://www.linkedin.example/in/${slug.replace('.', '-')}-${number}`] : [];
  const about = { name, email, phone, city: place.city, countryCode: place.code };
  const location = `${place.city}, ${place.country}`;
  return { number, name, email, phone, location, links, resume: createResume(dice, career, about, today) };
}

function nameOf(dice: Dice, region: Career['region']): string {
  const local = dice.chance(0.85);
  if (local) return `${dice.pick(FIRST_NAMES[region])} ${dice.pick(LAST_NAMES[region])}`;
  return `${dice.faker.person.firstName()} ${dice.faker.person.lastName()}`;
}

function slugOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('ß', 'ss').normalize('NFD');
  return plain.replace(/[^a-z ]/gu, '').replace(/ +/gu, '.');
}

/** Numbers that are kept free for fiction: Ofcom's and the Bundesnetzagentur's; and so in the manner of those. */
function phoneOf(country: string, number: number): string {
  const last = String(number).padStart(3, '0');
  switch (country) {
    case 'GB':
      return `+44 7700 900${last}`;
    case 'DE':
      return `+49 171 39200${last.slice(-2)}`;
    case 'IE':
      return `+353 20 910 0${last}`;
    default:
      return `+45 00 00 0${last.slice(0, 1)} ${last.slice(1)}`;
  }
}
