import { commaList } from './comma-list.ts';
import type { LanguageLexicon } from './language-lexicon.ts';

export const ENGLISH: LanguageLexicon = {
  headings: {
    MUST_HAVE: commaList(`
      must have, must haves, what you must have, requirements, requirement, required, minimum qualifications, basic
      qualifications, required qualifications, required skills, required experience, minimum requirements, hard
      requirements, non negotiables, essentials, essential criteria, essential skills, you must have, what you need,
      what you ll need, what you will need, you will need, you ll need, you need to have
    `),
    QUALIFICATION: commaList(`
      qualifications, qualification, what we re looking for, what we are looking for, who we re looking for, who we
      are looking for, we re looking for, we are looking for, looking for, about you, who you are, your profile,
      profile, candidate profile, ideal candidate, what you bring, what you ll bring, what you will bring, you bring,
      you ll bring, your background, background, experience, your experience, education, education and experience,
      what you have, what you ve done, ~you have, ~you ve, ~you are, ~you re, ~you might be, ~you may be, is this you, what
      makes you a great fit, what will make you successful, what we expect, what we need, what we want, we expect,
      what we value in you, person specification, credentials, certifications, languages, language skills, a good fit,
      great fit
    `),
    SKILL: commaList(`
      skills, skill, skill set, skillset, technical skills, hard skills, key skills, competencies, competences, be
      confident with, are confident with, confident with, comfortable with, be comfortable with, proficient in,
      proficient with, fluent with, familiar with, tools you know, technologies you know, know your way around,
      expertise, technical expertise, what you know, ~you know, =technologies, =tools
    `),
    MINDSET: commaList(`
      mindset, leadership mindset, attitude, soft skills, personal skills, interpersonal skills, personality, personal
      qualities, qualities, attributes, traits, character, how you work, how you think, how you lead, as a leader, in
      a leader, =leadership, how you show up, leadership style, behaviours, behaviors, values you share
    `),
    RESPONSIBILITY: commaList(`
      what you ll do, what you ll …, what you will …, how you ll …, how you will …, what you will do, what you ll be
      doing, what you will be doing, what you do, you ll do, responsibilities, responsibility, duties, your tasks,
      tasks, key responsibilities, your responsibilities, your role, day to day, your day to day, your day, a typical
      day, a typical week, typical day, your mission, mission in this role, accountabilities, what you ll own, what
      you will own, what you own, ~you will, ~you ll, your impact, how you ll make an impact, how you ll spend your
      time, what the job involves, what the role involves, what you ll work on, what you will work on, scope of work,
      scope of the role, what we d like you to do, your first 90 days, in your first, job duties, essential functions,
      objectives, you are responsible for, you ll be responsible for, responsible for, the job in detail
    `),
    WISH: commaList(`
      nice to have, nice to haves, bonus points, bonus skills, bonus if, =bonus, =bonuses, =extra, extra credit, good
      to have, great to have, would be nice, preferred, preferred qualifications, preferred skills, preferred
      experience, desirable, desired, desired skills, even better if, even better, brownie points, is a plus, are a
      plus, a plus, =plus, =pluses, plus points, a big plus, ideally, it helps if, not required but, optional, stand
      out, you ll stand out if, added advantage, we d love it if, we d be thrilled if
    `),
    ROLE: commaList(`
      about the role, about the job, about the position, about this role, about this job, about this position, the
      role, the job, the position, this role, this position, job description, role description, description, summary,
      job summary, role summary, overview, role overview, position overview, position summary, the opportunity, the
      challenge, in short, in a nutshell, in this role, purpose of the role, why this role exists, job purpose, the
      mission, role
    `),
    OTHER: commaList(`
      about us, about …, who we are, what we do, what we offer, we offer, what you get, what you ll get, what you will
      get, what s in it for you, what is in it for you, benefits, perks, perks and benefits, compensation, salary,
      pay, remuneration, why us, why join …, why work …, why you ll love …, why you ll like …, why …, our company, the
      company, company description, our mission, our values, our story, our culture, culture, our team, the team, meet
      the team, your team, your future team, how to apply, apply, application process, how we hire, hiring process,
      interview process, the process, our process, recruitment process, next steps, what happens next, equal
      opportunity, equal opportunities, equal opportunity employer, equal employment opportunity, eeo, eeo statement,
      diversity, diversity and inclusion, diversity equity and inclusion, inclusion, accommodations, privacy, privacy
      notice, contact, get in touch, location, where we work, how we work, working hours, life at …, working at …,
      join us, what you ll learn, what you ll find, what you ll love, what you ll enjoy, what you ll gain, what you ll earn, what you will learn, we provide, what we provide, our promise, our offer, our stack,
      our tech stack, tech stack, the stack, disclaimer, additional information, legal, note to recruiters, start
      date, you get, you ll get, you will get, you ll receive, you will receive, in return, our customers, our
      product, good to know, before you apply, ready to apply, interested, sounds good, growth opportunities,
      reporting line
    `),
  },
  headingFillers: commaList(`
    a, an, the, your, our, you, we, and, or, for, of, in, to, on, with, this, these, role, job, position, key, main,
    core, primary, general, technical, professional, personal, specific, candidate, candidates, us, also, some,
    other, additional, should, be, will, is, are, as, here, s, re, ll, following, it, if, list, section, what, who,
    include, includes
  `),
  leadInOpenings: commaList(`
    you, we, ideally, candidates, this, these, in, for, as
  `),
  wording: {
    WISH: commaList(`
      a plus, a big plus, big plus, a huge plus, huge plus, a strong plus, strong plus, a definite plus, definite
      plus, a major plus, real plus, added plus, nice to have, good to have, great to have, is a bonus, are a bonus, a
      bonus, a big bonus, a nice bonus, an added bonus, bonus points, bonus, ideally, preferably, preferred, is
      preferred, an advantage, a big advantage, added advantage, advantageous, desirable, desired, is beneficial, are
      beneficial, would be beneficial, would be great, would be nice, would be helpful, is helpful, not required, not
      a must, not mandatory, not essential, no requirement, but optional, is optional, are optional, icing on the
      cake, we d love it if, a welcome extra, even better, sets you apart, makes you stand out, will help you stand
      out
    `),
    MUST: commaList(`
      is a must, are a must, a must, is required, are required, is mandatory, are mandatory, is essential, are
      essential, is non negotiable, you must have, must have, strictly required
    `),
    DUTY: commaList(`
      you ll, you will, you would, you re going to, you are going to, you re expected to, you are expected to, you re
      responsible for, you are responsible for, you re in charge of, you are in charge of, you own, you lead, you
      drive, you build, you design, you develop, you write, you run, you manage, you coordinate, you support, you
      help, you work, you take care of, you take on, you take ownership of, you plan, you keep, you maintain, you
      review, you advise, you spend, you turn, you sell, your job is, your job will be, your mission is, your task is,
      your tasks, your main task, your days will, your responsibilities, your role is to, will be responsible for, is
      responsible for, responsible for, you get to
    `),
    ASK: commaList(`
      experience with, experience in, experience as, experience of, experience working, years of experience, years
      experience, hands on experience, proven experience, track record, experience, proficiency, proficient, fluent,
      fluency, knowledge of, working knowledge, familiarity, familiar with, understanding of, degree in, bachelor s
      degree, master s degree, bachelor, degree, ability to, able to, skilled, skills, expertise, command of,
      comfortable, confident, background in, passion for, passionate about, willingness to, willing to, eye for,
      certified, certification, licence, license, you have, you ve, you bring, you ll have, you ll need, you will
      have, you will need, you re, you are, you know, you can, you should, you must, you need, you enjoy, you like,
      you love, you care, you speak, you understand, you think, you don t, you do not, you never, you ask, you listen,
      you want, you ll bring, you will bring, you thrive
    `),
    PERSON: commaList(`
      you, your, candidate, candidates, applicant, applicants, someone, somebody, a person, people who, anyone who,
      the right person, the ideal person, the successful person
    `),
    COMPANY: ['we', 'we re', 'we are', 'we ve', 'the company'],
    COMPANY_OWN: ['our'],
    COMPANY_ASK: commaList(`
      we re looking for, we are looking for, looking for, we expect, we need, we require, we want, we seek, we re
      seeking, we are seeking, we value, we ask, we d like, we would like, we d love, we re hiring, we are hiring, we
      re after, our ideal candidate, we trust you, we count on you, we rely on you
    `),
    OFFER: commaList(`
      we offer, we provide, we pay, you ll get, you will get, you ll receive, you will receive, you ll enjoy, you will
      enjoy, you ll find, you will find, you ll join, you will join, you ll be joining, you will be joining, you ll
      report, you will report, you report to, you ll learn, you will learn, you ll earn, you will earn, you ll have
      access, you will have access, you ll love, you will love, you ll be part of, you will be part of, you ll hear,
      you will hear, you ll meet, you will meet, in return, benefits include, perks include, paid time off, you get,
      you re joining, you are joining, you ll be supported, you will be supported, you ll be given, you will be given
    `),
    CLOSING: commaList(`
      apply now, apply here, apply today, apply online, to apply, apply by, click apply, click here, send us your,
      send your, your application, your cv, your resume, cover letter, we look forward, looking forward to, equal
      opportunity, equal opportunities, regardless of race, regardless of, without regard to, reasonable
      accommodation, reasonable accommodations, discriminate, discrimination, protected veteran, sexual orientation,
      we encourage you to apply, encouraged to apply, please apply, unsolicited, recruitment agencies, salary range,
      base salary, no agencies, you ll hear from us, you will hear from us, join us, apply anyway, background check,
      interview process, not every box, every single
    `),
    SAME_AGAIN: commaList(`
      so is, so are, so does, so would, so will, as is, as are, same goes for, the same goes for, same for, likewise,
      ditto
    `),
    DESCRIPTION: commaList(`
      this is a, this is an, this is the, this is not, this isn t, it s a, it is a, it s not, this role is, this
      position is, this job is, the role is, the position is, the job is, this role sits, the team is, the team
      consists, this role reports, the role reports, this position reports
    `),
  },
  wishFillers: commaList(
    'is, are, this, that, these, which, would, be, also, but, and, as, a, only, just, it, s, of, course',
  ),
  dutyOpenings: commaList(`
    act, analyse, analyze, answer, assist, automate, build, champion, coach, coding, collaborate, collect,
    communicate, conduct, configure, contribute, coordinate, create, debug, define, deliver, deploy, design,
    develop, document, drive, ensure, establish, evaluate, evolve, execute, expand, explore, facilitate, find,
    foster, gather, grow, guide, handle, help, hire, identify, implement, improve, influence, integrate,
    investigate, join, keep, launch, lead, liaise, maintain, make, manage, measure, mentor, migrate, model, monitor,
    negotiate, onboard, operate, optimise, optimize, orchestrate, organise, organize, oversee, own, participate,
    partner, perform, plan, prepare, present, prioritise, prioritize, produce, promote, prototype, provide, publish,
    recruit, refine, report, represent, research, resolve, review, run, scale, sell, set, shape, ship, spot, steer,
    streamline, support, take, teach, test, track, train, translate, troubleshoot, turn, update, visit, work, write,
    analysing, analyzing, assisting, automating, building, coaching, collaborating, conducting, contributing,
    coordinating, creating, defining, delivering, deploying, designing, developing, documenting, driving, ensuring,
    establishing, facilitating, helping, hiring, identifying, implementing, improving, keeping, leading,
    maintaining, making, managing, mentoring, monitoring, negotiating, onboarding, optimising, optimizing,
    organising, organizing, overseeing, owning, participating, planning, preparing, presenting, prioritising,
    producing, providing, reporting, researching, reviewing, running, scaling, selling, setting, shaping, shipping,
    supporting, taking, teaching, testing, tracking, training, translating, troubleshooting, turning, working,
    writing
  `),
  labels: {
    TITLE: commaList(`
      job title, title, position, position title, role, role title, job, vacancy, opening, job opening, open position,
      now hiring, we re hiring, we are hiring, hiring
    `),
    LOCATION: commaList(`
      location, locations, job location, work location, office, offices, place of work, where, city, based in
    `),
    DEPARTMENT: ['department', 'team', 'business unit', 'division', 'function'],
    EMPLOYMENT_TYPE: commaList(`
      employment type, type of employment, employment, job type, contract type, type, contract, schedule, engagement,
      commitment, working time, hours
    `),
    OTHER: commaList(`
      salary, salary range, compensation, pay, start, start date, starting date, reports to, reporting to, reference,
      ref, job id, requisition id, req id, company, contact, closing date, deadline, apply by, posted, date posted,
      industry, website, email, e mail, level, team size, travel, remote, workplace, work model
    `),
  },
  factValues: {
    FULL_TIME: ['full time', 'fulltime', 'permanent full time'],
    PART_TIME: ['part time', 'parttime'],
    CONTRACT: ['contract', 'contractor', 'freelance', 'freelancer'],
    TEMPORARY: ['temporary', 'temp', 'fixed term', 'seasonal', 'interim'],
    INTERNSHIP: ['internship', 'intern', 'working student', 'apprenticeship'],
    REMOTE: commaList(`
      remote, remotely, fully remote, remote first, work from home, telecommute, home office, anywhere, work from
      anywhere
    `),
    ON_SITE: ['on site', 'onsite', 'in office', 'hybrid'],
  },
  title: {
    openings: commaList(`
      looking for, hiring, seeking, searching for, in search of, recruiting, recruiting for, seeks, is after, join us
      as, join us as our, join our team as, join as, join the team as, to fill the role of, the role of, the position
      of, we need, needs, opening for, vacancy for, on the lookout for, hunting for, re after
    `),
    weakOpenings: ['as our', 'as a', 'as an'],
    skipped: commaList(`
      a, an, our, the, next, new, first, second, third, another, additional, one, two, three, few, several, more, to,
      hire, add, for, some, experienced, talented, passionate, motivated, skilled, strong, great, exceptional, driven,
      highly, very, and, enthusiastic, ambitious, dedicated, curious, dynamic, brilliant, outstanding, seasoned,
      thoughtful, pragmatic, kind, proactive, excellent, amazing, really, good, friendly, versatile, remote
    `),
    ends: commaList(`
      who, whom, whose, that, which, to, with, for, in, at, on, based, joining, responsible, from, within, working,
      located, eager, ready, able, willing, you, we, as, is, are, will, capable, passionate, focused, focusing,
      specialised, specialized, specialising, specializing, experienced, here, today, now, because, so, if, by, like, whether, interested, role, position
    `),
    grades: commaList(`
      senior, junior, lead, principal, staff, mid, entry, full, front, back, frontend, backend, fullstack, embedded,
      sr, jr, associate, head, chief, vice, deputy, technical, working
    `),
    noTitles: commaList(`
      someone, somebody, people, person, persons, talent, talents, colleague, colleagues, candidates, candidate,
      individual, individuals, teammate, teammates, team, members, member, you, help, something, this, these, those,
      that, company, result, whole
    `),
    roles: commaList(`
      engineer, developer, manager, lead, designer, analyst, scientist, architect, director, specialist, consultant,
      coordinator, administrator, assistant, associate, executive, officer, representative, recruiter, partner,
      researcher, technician, programmer, writer, editor, accountant, controller, advisor, adviser, strategist,
      producer, marketer, copywriter, intern, trainee, apprentice, president, head, chief, owner, master, tester,
      operator, planner, buyer, nurse, teacher, driver, supervisor, evangelist, advocate, generalist, expert, agent,
      clerk, cto, ceo, cfo, coo, vp, sre, sdr, bdr, counsel, lawyer, paralegal, student, mechanic, electrician, chef,
      cook, bookkeeper, trainer, coach, facilitator, superintendent, receptionist, secretary, staff, principal,
      fellow, host, investigator, artist, animator, illustrator, photographer, translator, devops
    `),
    employerWords: ['at'],
  },
  years: {
    numbers: {
      zero: 0,
      one: 1,
      two: 2,
      three: 3,
      four: 4,
      five: 5,
      six: 6,
      seven: 7,
      eight: 8,
      nine: 9,
      ten: 10,
      eleven: 11,
      twelve: 12,
      fifteen: 15,
      twenty: 20,
    },
    years: ['year', 'years', 'yr', 'yrs', 'yoe'],
    months: ['month', 'months', 'mo', 'mos'],
    compounds: [],
    to: ['to', 'or', 'till', 'until'],
    and: ['and'],
    between: ['between'],
    skipped: commaList(`
      or, more, plus, full, consecutive, solid, good, long, of, and, above, over, greater
    `),
    noMinimumBefore: commaList(`
      up to, less than, fewer than, under, maximum, max, at most, no more than, next, first, last, past, coming,
      previous, every, within, recent, for over, initial
    `),
    noMinimumAfter: commaList(`
      old, of age, ago, contract, plan, roadmap, degree, vesting, program, programme, warranty, strategy, bachelor, in
      a row, in business, fixed term, forecast, horizon, course, budget, cycle
    `),
  },
  abbreviations: commaList(`
    e.g, i.e, eg, ie, vs, approx, incl, dr, mr, mrs, ms, prof, sr, jr, st, no, min, max, dept, ext, esp, cf, fig,
    yrs, resp, u.s, u.k, e.u, ph.d, b.sc, m.sc, b.a, m.a, a.k.a
  `),
  sentenceOpenings: commaList(`
    you, we, the, this, our, your, if, it, they, in, as, and, but, that, these, there, at, so, experience
  `),
};
