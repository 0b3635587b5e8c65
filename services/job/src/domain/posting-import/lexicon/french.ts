import { commaList } from './comma-list.ts';
import type { LanguageLexicon } from './language-lexicon.ts';

export const FRENCH: LanguageLexicon = {
  headings: {
    MUST_HAVE: commaList(`
      prerequis, pre requis, exigences, indispensable, indispensables, obligatoire, requis, ce qui est indispensable,
      conditions requises, criteres obligatoires, imperatif
    `),
    QUALIFICATION: commaList(`
      profil, votre profil, ton profil, le profil, profil recherche, qualifications, qualification, qui vous etes, qui
      tu es, ~vous etes, ~tu es, a propos de vous, a propos de toi, ce que nous recherchons, ce que nous cherchons, ce
      que vous apportez, ce que tu apportes, ~vous avez, ~tu as, formation, formation et experience, experience, votre
      experience, ce que nous attendons, nous recherchons, diplome, langues, parcours
    `),
    SKILL: commaList(`
      competences, vos competences, tes competences, competences techniques, competences requises, savoir faire,
      connaissances, vous maitrisez, tu maitrises, aptitudes
    `),
    MINDSET: commaList(`
      savoir etre, etat d esprit, votre etat d esprit, qualites humaines, qualites personnelles, qualites,
      personnalite, votre personnalite, posture, competences comportementales
    `),
    RESPONSIBILITY: commaList(`
      missions, vos missions, tes missions, votre mission, ta mission, mission, les missions, responsabilites, vos
      responsabilites, tes responsabilites, taches, vos taches, ce que vous ferez, ce que tu feras, votre role, ton
      role, votre quotidien, ton quotidien, au quotidien, vos activites, activites principales, ~vous serez, ~tu seras,
      ~vous aurez, vous devrez, missions principales, description des missions
    `),
    WISH: commaList(`
      un plus, les plus, serait un plus, seraient un plus, est un plus, sont un plus, les petits plus, atouts, un
      atout, souhaite, souhaites, apprecie, apprecies, idealement, bonus, optionnel, facultatif, ce serait un plus
    `),
    ROLE: commaList(`
      le poste, a propos du poste, description du poste, descriptif du poste, descriptif, le role, poste, fiche de
      poste, en bref, contexte du poste
    `),
    OTHER: commaList(`
      a propos, a propos de …, a propos de nous, qui sommes nous, notre entreprise, l entreprise, nous, ce que nous
      offrons, ce que nous proposons, nous offrons, nous vous offrons, nous proposons, ce qu on t offre, avantages,
      vos avantages, les avantages, remuneration, salaire, pourquoi …, rejoignez nous, comment postuler, postuler,
      candidature, pour postuler, processus de recrutement, le processus, process de recrutement, notre equipe, l
      equipe, nos valeurs, notre culture, egalite des chances, diversite, diversite et inclusion, contact, lieu,
      conditions, notre mission, notre stack, la stack, stack technique, envie de nous rejoindre
    `),
  },
  headingFillers: commaList(`
    le, la, les, l, un, une, de, des, du, d, et, ou, votre, vos, ton, ta, tes, notre, nos, pour, ce, cette, poste,
    role, principales, principaux, cles, vous, tu, que, qui, sont, est, en, au, recherche, recherchee, recherchees,
    requises, suivantes, suivants, a
  `),
  leadInOpenings: ['vous', 'tu', 'nous', 'idealement', 'pour', 'cela'],
  wording: {
    WISH: commaList(`
      un plus, un gros plus, un vrai plus, serait un plus, un atout, serait un atout, idealement, apprecie, appreciee,
      apprecies, appreciees, souhaite, souhaitee, souhaitable, de preference, optionnel, facultatif, pas obligatoire,
      pas indispensable, n est pas requis
    `),
    MUST: commaList(`
      est indispensable, sont indispensables, indispensable, est obligatoire, obligatoire, est exige, est exigee,
      imperativement, est imperatif, imperative, est requis, est requise
    `),
    DUTY: commaList(`
      vous serez, tu seras, vous aurez, tu auras, vous devrez, tu devras, vous ferez, tu feras, vous piloterez, vous
      pilotez, vous developpez, vous developperez, vous concevez, vous concevrez, vous gerez, vous gererez, vous
      animez, vous accompagnez, vous participez, vous participerez, vous assurez, vous travaillez, vous travaillerez,
      vous contribuez, vous contribuerez, tu piloteras, tu developperas, tu participeras, votre mission, vos missions,
      ta mission, tes missions, en charge de, responsable de
    `),
    ASK: commaList(`
      experience, experiences, maitrise, connaissance, connaissances, competences, diplome, formation, bac, master,
      licence, permis, capacite, aisance, courant, courante, bilingue, vous avez, tu as, vous etes, tu es, vous
      maitrisez, tu maitrises, vous connaissez, vous savez, tu sais, vous parlez, tu parles, vous justifiez, vous
      disposez, vous possedez, vous aimez, tu aimes, rigueur, autonomie, esprit d equipe, sens de, sens du
    `),
    PERSON: commaList(`
      vous, votre, vos, tu, ton, ta, tes, toi, candidat, candidate, candidats, quelqu un, une personne, des personnes,
      la personne
    `),
    COMPANY: ['nous', 'l entreprise'],
    COMPANY_OWN: ['notre', 'nos'],
    COMPANY_ASK: commaList(`
      nous recherchons, nous cherchons, nous attendons, nous exigeons, nous demandons, nous souhaitons, on cherche, on
      recherche, nous avons besoin, nous comptons sur vous, nous recrutons
    `),
    OFFER: commaList(`
      nous offrons, nous vous offrons, nous proposons, nous vous proposons, vous beneficierez, vous beneficiez, tu
      beneficieras, vous recevrez, vous rejoindrez, vous rejoignez, tu rejoindras, vous integrerez, vous integrez,
      rattache a, rattachee a, vous decouvrirez
    `),
    CLOSING: commaList(`
      postulez, postule, envoyez, envoie nous, votre candidature, ta candidature, votre cv, ton cv, lettre de
      motivation, egalite des chances, sans distinction, situation de handicap, discrimination, candidatez, nous avons
      hate, toutes nos offres
    `),
    SAME_AGAIN: ['de meme', 'il en va de meme', 'tout comme', 'egalement'],
    DESCRIPTION: commaList(`
      c est un, c est une, ce poste est, le poste est, il s agit, l equipe est, l equipe se compose
    `),
  },
  wishFillers: commaList('c, ce, est, serait, mais, aussi, ca, cela, qui, un'),
  dutyOpenings: commaList(`
    accompagner, ameliorer, analyser, animer, assurer, automatiser, coacher, collaborer, concevoir, construire,
    contribuer, coordonner, creer, definir, developper, deployer, documenter, elaborer, encadrer, etablir, evaluer,
    former, garantir, gerer, identifier, maintenir, mener, mettre, optimiser, organiser, participer, piloter,
    planifier, preparer, prendre, proposer, realiser, recruter, rediger, repondre, suivre, superviser, tester,
    travailler, veiller, vendre, prospecter, negocier, gestion, conception, developpement, participation, suivi,
    pilotage
  `),
  labels: {
    TITLE: commaList(`
      intitule du poste, intitule, poste, titre du poste, titre, offre d emploi, nous recrutons, on recrute
    `),
    LOCATION: ['lieu', 'lieux', 'lieu de travail', 'localisation', 'ville', 'bureau'],
    DEPARTMENT: ['departement', 'service', 'equipe', 'direction', 'pole'],
    EMPLOYMENT_TYPE: ['type de contrat', 'contrat', 'type d emploi', 'temps de travail', 'type de poste'],
    OTHER: commaList(`
      salaire, remuneration, date de debut, debut, prise de poste, reference, entreprise, contact, date limite,
      teletravail, duree, secteur
    `),
  },
  factValues: {
    FULL_TIME: ['temps plein', 'a temps plein', 'plein temps', 'cdi'],
    PART_TIME: ['temps partiel', 'a temps partiel', 'mi temps'],
    CONTRACT: ['freelance', 'prestation', 'independant'],
    TEMPORARY: ['cdd', 'interim', 'temporaire', 'saisonnier'],
    INTERNSHIP: ['stage', 'stagiaire', 'alternance', 'apprentissage'],
    REMOTE: ['teletravail', 'a distance', 'full remote', 'teletravail complet'],
    ON_SITE: ['sur site', 'presentiel', 'hybride', 'teletravail partiel'],
  },
  title: {
    openings: commaList(`
      nous recherchons, nous cherchons, nous recrutons, recherche, recrute, on recrute, on cherche, on recherche,
      rejoignez nous en tant que, rejoins nous en tant que
    `),
    weakOpenings: ['en tant que'],
    skipped: commaList(`
      un, une, e, notre, nos, le, la, l, son, sa, des, futur, future, prochain, prochaine, nouveau, nouvelle,
      actuellement, aujourd, hui, deux, trois, ou, experimente, experimentee, passionne, passionnee, talentueux,
      talentueuse
    `),
    ends: commaList(`
      qui, pour, afin, avec, chez, base, basee, a, au, aux, dont, capable, ayant, sur, dans, vous, nous, disposant,
      justifiant, h, f
    `),
    grades: ['senior', 'junior'],
    noTitles: commaList(`
      quelqu, personne, personnes, talents, profils, candidats, candidat, collaborateurs, collegues, entreprise
    `),
    roles: commaList(`
      ingenieur, ingenieure, developpeur, developpeuse, charge, chargee, responsable, chef, cheffe, directeur,
      directrice, consultante, technicien, technicienne, assistante, commercial, commerciale, analyste, architecte,
      conseiller, conseillere, gestionnaire, comptable, concepteur, conceptrice, redacteur, redactrice, stagiaire,
      alternant, alternante, administrateur, administratrice, recruteur, recruteuse, graphiste, formateur, formatrice,
      juriste, acheteur, acheteuse, vendeur, vendeuse
    `),
    employerWords: ['chez'],
  },
  years: {
    numbers: {
      un: 1,
      une: 1,
      deux: 2,
      trois: 3,
      quatre: 4,
      cinq: 5,
      sept: 7,
      huit: 8,
      neuf: 9,
      dix: 10,
      douze: 12,
      quinze: 15,
      vingt: 20,
    },
    years: ['an', 'ans', 'annee', 'annees'],
    months: ['mois'],
    compounds: [],
    to: ['a', 'ou'],
    and: ['et'],
    between: ['entre'],
    skipped: ['ou', 'plus', 'et', 'bonnes', 'pleines', 'bonne'],
    noMinimumBefore: commaList(`
      jusqu a, moins de, maximum, au plus, prochains, premiers, derniers, dernieres, premieres, tous les, depuis,
      depuis plus de
    `),
    noMinimumAfter: ['revolus', 'd existence', 'contrat', 'd age', 'd etudes'],
  },
  abbreviations: commaList(`
    p.ex, ex, m, mme, env, c.a.d, n.b
  `),
  sentenceOpenings: commaList(`
    vous, nous, votre, notre, tu, il, elle, ce, cette, les, le, la, une, un
  `),
};
