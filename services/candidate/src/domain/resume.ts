/** A resume after JSON Resume (https://jsonresume.org/schema, version 1.0.0). */
export interface Resume {
  readonly basics: ResumeBasics | null;
  readonly work: readonly ResumeWork[];
  readonly volunteer: readonly ResumeVolunteer[];
  readonly education: readonly ResumeEducation[];
  readonly awards: readonly ResumeAward[];
  readonly certificates: readonly ResumeCertificate[];
  readonly publications: readonly ResumePublication[];
  readonly skills: readonly ResumeSkill[];
  readonly languages: readonly ResumeLanguage[];
  readonly interests: readonly ResumeInterest[];
  readonly references: readonly ResumeReference[];
  readonly projects: readonly ResumeProject[];
}

/** Who the person is, in their own words. */
export interface ResumeBasics {
  readonly name: string | null;
  readonly label: string | null;
  readonly image: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly url: string | null;
  readonly summary: string | null;
  readonly location: ResumeLocation | null;
  readonly profiles: readonly ResumeProfile[];
}

/** Where somebody lives, as on their resume. */
export interface ResumeLocation {
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly countryCode: string | null;
  readonly region: string | null;
}

/** A profile on a network. */
export interface ResumeProfile {
  readonly network: string | null;
  readonly username: string | null;
  readonly url: string | null;
}

/** A position that somebody holds or held. */
export interface ResumeWork {
  readonly name: string | null;
  readonly position: string | null;
  readonly location: string | null;
  readonly description: string | null;
  readonly url: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly summary: string | null;
  readonly highlights: readonly string[];
}

/** Voluntary work. */
export interface ResumeVolunteer {
  readonly organization: string | null;
  readonly position: string | null;
  readonly url: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly summary: string | null;
  readonly highlights: readonly string[];
}

/** A course of education. */
export interface ResumeEducation {
  readonly institution: string | null;
  readonly url: string | null;
  readonly area: string | null;
  readonly studyType: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly score: string | null;
  readonly courses: readonly string[];
}

/** An award. */
export interface ResumeAward {
  readonly title: string | null;
  readonly date: string | null;
  readonly awarder: string | null;
  readonly summary: string | null;
}

/** A certificate. */
export interface ResumeCertificate {
  readonly name: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly url: string | null;
}

/** A publication. */
export interface ResumePublication {
  readonly name: string | null;
  readonly publisher: string | null;
  readonly releaseDate: string | null;
  readonly url: string | null;
  readonly summary: string | null;
}

/** Something that somebody can do. */
export interface ResumeSkill {
  readonly name: string | null;
  readonly level: string | null;
  readonly keywords: readonly string[];
}

/** A language that somebody speaks. */
export interface ResumeLanguage {
  readonly language: string | null;
  readonly fluency: string | null;
}

/** An interest. */
export interface ResumeInterest {
  readonly name: string | null;
  readonly keywords: readonly string[];
}

/** What somebody else says of the person. */
export interface ResumeReference {
  readonly name: string | null;
  readonly reference: string | null;
}

/** A project. */
export interface ResumeProject {
  readonly name: string | null;
  readonly description: string | null;
  readonly highlights: readonly string[];
  readonly keywords: readonly string[];
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly url: string | null;
  readonly roles: readonly string[];
  readonly entity: string | null;
  readonly type: string | null;
}
