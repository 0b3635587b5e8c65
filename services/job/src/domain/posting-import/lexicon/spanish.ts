import { commaList } from './comma-list.ts';
import type { LanguageLexicon } from './language-lexicon.ts';

export const SPANISH: LanguageLexicon = {
  headings: {
    MUST_HAVE: commaList(`
      requisitos, requisitos minimos, requisitos imprescindibles, requerimientos, imprescindible, imprescindibles,
      indispensable, obligatorio, excluyente, requisitos excluyentes, lo que necesitas, que necesitas
    `),
    QUALIFICATION: commaList(`
      perfil, tu perfil, perfil buscado, perfil requerido, cualificaciones, calificaciones, titulacion, formacion,
      experiencia, tu experiencia, formacion y experiencia, que buscamos, lo que buscamos, a quien buscamos, buscamos,
      sobre ti, quien eres, que aportas, lo que aportas, lo que esperamos, que esperamos de ti, ~tienes, idiomas, ~eres
    `),
    SKILL: commaList(`
      habilidades, tus habilidades, habilidades tecnicas, competencias, competencias tecnicas, conocimientos,
      conocimientos tecnicos, aptitudes, dominas, destrezas
    `),
    MINDSET: commaList(`
      mentalidad, actitud, tu actitud, habilidades blandas, habilidades personales, competencias personales,
      personalidad, cualidades, valores que compartes, forma de trabajar
    `),
    RESPONSIBILITY: commaList(`
      responsabilidades, tus responsabilidades, funciones, tus funciones, principales funciones, funciones
      principales, tareas, tus tareas, que haras, lo que haras, tu mision, tu rol, tu dia a dia, dia a dia, seras
      responsable de, te encargaras de, ~seras
    `),
    WISH: commaList(`
      se valorara, se valora, valorable, deseable, deseables, un plus, es un plus, seria un plus, puntos extra,
      requisitos deseables, idealmente, no imprescindible, opcional, preferible
    `),
    ROLE: commaList(`
      el puesto, sobre el puesto, descripcion del puesto, descripcion, el rol, sobre el rol, la posicion, resumen,
      puesto
    `),
    OTHER: commaList(`
      sobre nosotros, sobre …, quienes somos, la empresa, nuestra empresa, que ofrecemos, lo que ofrecemos, ofrecemos,
      te ofrecemos, que te ofrecemos, beneficios, ventajas, salario, retribucion, por que …, unete, unete a nosotros,
      como aplicar, como postular, como inscribirte, proceso de seleccion, el proceso, nuestro equipo, el equipo,
      nuestros valores, nuestra cultura, igualdad de oportunidades, diversidad, contacto, ubicacion, condiciones,
      nuestro stack
    `),
  },
  headingFillers: commaList(`
    el, la, los, las, lo, un, una, de, del, y, o, para, en, tu, tus, nuestro, nuestra, que, este, esta, puesto, rol,
    principales, clave, tecnicas, tecnicos, es, son, siguientes, con, a
  `),
  leadInOpenings: ['tu', 'idealmente', 'para', 'esto'],
  wording: {
    WISH: commaList(`
      un plus, es un plus, seria un plus, gran plus, se valorara, se valoraran, se valora, valorable, deseable,
      deseables, idealmente, preferiblemente, preferible, no imprescindible, no es imprescindible, no es obligatorio,
      no es necesario, punto extra, puntos extra, ventaja
    `),
    MUST: commaList(`
      es imprescindible, imprescindible, es obligatorio, obligatorio, es indispensable, indispensable, excluyente, es
      un requisito
    `),
    DUTY: commaList(`
      seras, tendras, haras, te encargaras, seras responsable, liderares, lideraras, trabajaras, desarrollaras,
      disenaras, gestionaras, coordinaras, colaboraras, participaras, tu mision, tus funciones, responsable de,
      encargado de, encargada de, ayudaras, construiras, definiras, mantendras
    `),
    ASK: commaList(`
      experiencia, conocimientos, conocimiento, dominio, manejo, titulacion, titulo, grado en, licenciatura, fluido,
      fluida, nivel alto, nivel avanzado, ingles, capacidad, habilidad, habilidades, carnet, tienes, eres, sabes,
      conoces, aportas, dominas, hablas, disfrutas, te gusta, te apasiona, pasion por
    `),
    PERSON: commaList(`
      tu, tus, ti, te, contigo, tienes, eres, sabes, conoces, aportas, dominas, hablas, seras, tendras, candidato,
      candidata, candidatos, alguien, una persona, personas que, la persona
    `),
    COMPANY: commaList(`
      nosotros, somos, la empresa, desarrollamos, trabajamos, creamos, ayudamos, llevamos, queremos
    `),
    COMPANY_OWN: ['nuestro', 'nuestra', 'nuestros', 'nuestras'],
    COMPANY_ASK: commaList(`
      buscamos, estamos buscando, esperamos, necesitamos, requerimos, pedimos, valoramos
    `),
    OFFER: commaList(`
      ofrecemos, te ofrecemos, recibiras, disfrutaras, te incorporaras, te uniras, formaras parte, reportaras, tendras
      acceso, contaras con
    `),
    CLOSING: commaList(`
      inscribete, postulate, aplica ya, aplica ahora, envianos, envia tu, tu cv, tu candidatura, carta de
      presentacion, igualdad de oportunidades, sin distincion, independientemente de, discapacidad, discriminacion, te
      esperamos
    `),
    SAME_AGAIN: ['tambien', 'lo mismo', 'igualmente', 'asi como'],
    DESCRIPTION: ['es un puesto', 'es una posicion', 'este puesto es', 'el puesto es', 'se trata de', 'el equipo esta'],
  },
  wishFillers: commaList('es, seria, pero, tambien, esto, que, solo'),
  dutyOpenings: commaList(`
    acompanar, analizar, apoyar, asegurar, automatizar, colaborar, construir, contribuir, coordinar, crear, definir,
    desarrollar, desplegar, disenar, documentar, elaborar, evaluar, formar, garantizar, gestionar, identificar,
    implementar, liderar, mantener, mejorar, negociar, optimizar, organizar, participar, planificar, preparar,
    proponer, realizar, redactar, resolver, supervisar, trabajar, vender, gestion, desarrollo, diseno, coordinacion
  `),
  labels: {
    TITLE: commaList(`
      titulo del puesto, puesto, cargo, vacante, oferta de empleo, posicion, buscamos
    `),
    LOCATION: ['ubicacion', 'lugar', 'lugar de trabajo', 'localizacion', 'ciudad', 'oficina'],
    DEPARTMENT: ['departamento', 'equipo', 'area'],
    EMPLOYMENT_TYPE: ['tipo de contrato', 'contrato', 'jornada', 'tipo de empleo', 'modalidad de contrato'],
    OTHER: commaList(`
      salario, retribucion, fecha de inicio, inicio, incorporacion, referencia, empresa, contacto, fecha limite,
      modalidad, horario, sector
    `),
  },
  factValues: {
    FULL_TIME: ['tiempo completo', 'jornada completa', 'a tiempo completo'],
    PART_TIME: ['tiempo parcial', 'media jornada', 'jornada parcial'],
    CONTRACT: ['autonomo', 'por proyecto'],
    TEMPORARY: ['temporal', 'contrato temporal', 'eventual'],
    INTERNSHIP: ['practicas', 'becario', 'becaria', 'beca'],
    REMOTE: ['remoto', 'en remoto', '100 remoto', 'teletrabajo', 'a distancia'],
    ON_SITE: ['presencial', 'hibrido'],
  },
  title: {
    openings: commaList(`
      buscamos, estamos buscando, se busca, necesitamos, contratamos, unete como, incorporamos
    `),
    weakOpenings: ['como'],
    skipped: commaList(`
      un, una, a, al, la, el, nuestro, nuestra, proximo, proxima, nuevo, nueva, dos, tres, o, incorporar, contratar,
      experimentado, experimentada, apasionado, apasionada
    `),
    ends: commaList(`
      que, para, con, en, capaz, apasionado, responsable, quien, dentro, cuya, cuyo, a, al, desde
    `),
    grades: ['senior', 'junior'],
    noTitles: commaList(`
      alguien, persona, personas, talento, gente, profesionales, empresa, equipo
    `),
    roles: commaList(`
      ingeniero, ingeniera, desarrollador, desarrolladora, programador, programadora, gerente, director, directora,
      analista, disenador, disenadora, arquitecto, arquitecta, tecnico, tecnica, consultor, consultora, responsable,
      jefe, jefa, coordinador, coordinadora, administrativo, administrativa, asistente, comercial, contable,
      especialista, asesor, asesora, reclutador, reclutadora, gestor, gestora, redactor, redactora, becario, becaria,
      encargado, encargada
    `),
    employerWords: [],
  },
  years: {
    numbers: {
      un: 1,
      uno: 1,
      dos: 2,
      tres: 3,
      cuatro: 4,
      cinco: 5,
      seis: 6,
      siete: 7,
      ocho: 8,
      nueve: 9,
      diez: 10,
      doce: 12,
      quince: 15,
      veinte: 20,
    },
    years: ['ano', 'anos'],
    months: ['mes', 'meses'],
    compounds: [],
    to: ['a', 'o', 'hasta'],
    and: ['y'],
    between: ['entre'],
    skipped: ['o', 'mas', 'y', 'completos'],
    noMinimumBefore: commaList(`
      hasta, menos de, maximo, como maximo, proximos, primeros, ultimos, cada, desde hace, hace
    `),
    noMinimumAfter: ['de edad', 'de contrato', 'de antiguedad'],
  },
  abbreviations: commaList(`
    p.ej, ej, sr, sra, dr, dra, aprox, ee.uu, num, max, min, ud, uds
  `),
  sentenceOpenings: commaList(`
    tu, nosotros, nuestro, el, la, los, las, si, seras, tendras, te, buscamos
  `),
};
