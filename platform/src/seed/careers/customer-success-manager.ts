import type { Career } from './career.ts';

export const CUSTOMER_SUCCESS_MANAGER: Career = {
  ladder: ['Kundenberatung', 'Disposition', 'Projektleitung', 'Customer Success Manager'],
  skills: [
    { name: 'Kundenbetreuung', keywords: ['Einführung', 'Schulungen', 'Bestandskunden'] },
    { name: 'Projektleitung', keywords: ['Zeitpläne', 'Übergaben'] },
    { name: 'Disposition', keywords: ['Tourenplanung', 'Notdienst'] },
    { name: 'CRM', keywords: ['HubSpot', 'Salesforce'] },
    { name: 'Moderation', keywords: ['Workshops', 'Webinare'] },
    { name: 'Auswertung', keywords: ['Nutzungszahlen', 'Excel'] },
    { name: 'Wartung', keywords: ['Heizung', 'Aufzüge', 'Prüffristen'] },
    { name: 'Konfliktgespräche', keywords: ['Beschwerden', 'Vermittlung'] },
  ],
  studies: [
    { studyType: 'Ausbildung', area: 'Kaufleute für Büromanagement' },
    { studyType: 'Ausbildung', area: 'Anlagenmechanik' },
    { studyType: 'Bachelor', area: 'Kommunikationswissenschaft' },
    { studyType: 'Bachelor', area: 'Betriebswirtschaft' },
  ],
  employers: [
    { name: 'Aufzug Lorenz', description: 'Wartungsbetrieb für Aufzüge' },
    { name: 'Hausmappe', description: 'Software für Hausverwaltungen' },
    { name: 'Stadtwerke Elbmarsch', description: 'Stadtwerke' },
    { name: 'Wärme Petersen', description: 'Meisterbetrieb für Heizung und Sanitär' },
    { name: 'Praxisversand Hanse', description: 'Versand für Praxisbedarf' },
  ],
  summaries: [
    'Begleitet Betriebe seit {years} Jahren von der Einführung bis in den Alltag.',
    '{years} Jahre Kundenbetreuung, davor auf der Baustelle.',
    'Hört zu, bevor es um Lösungen geht. {years} Jahre Erfahrung.',
  ],
  highlights: [
    'Rund {number} Betriebe von der ersten Schulung an begleitet',
    'Kündigungen in einem Jahr um {number} Prozent gesenkt',
    '{number} Schulungen vor Ort gehalten',
    'Eine Sprechstunde eingeführt, die {number} Kunden im Monat nutzen',
    'Die Disposition von {number} Monteuren geleitet',
  ],
  region: 'DE',
  years: [2, 15],
};
