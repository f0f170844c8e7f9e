/** Every text of the course's pages that is no lesson's own, in English. */
export const en = {
  course: "Learn",
  intro:
    "How sidecar injection works, along the way of one gateway pod. Every step is the explorer itself: look, change one thing, and see what comes of it. Nothing of your own text is touched.",
  progress: (done: number, of: number) => `${done} of ${of} steps done`,
  begin: "Begin",
  goOn: "Go on",
  again: "Once more",
  forget: "Forget my progress",
  stepsOf: (lesson: string) => `Steps of ${lesson}`,
  isDone: "done",
  own: "A lesson of your own",
  ownHow:
    "Any state of the explorer can be a lesson: put the texts in place, open Share, and write beside it what to look at, in Markdown. The link opens both.",
  ownGo: "Open the explorer",
  glossary: "Glossary",
  explorer: "Explorer",

  step: (n: number, of: number) => `Step ${n} of ${of}`,
  read: "Read",
  look: "Look",
  task: "Change",
  showAgain: "Show it again",
  hint: "Hint",
  solve: "Do it for me",
  reset: "From the start",
  wasSolved: "The change was made for you.",
  wasReset: "The step is as it was at the start.",
  done: "Done",
  notYet: "Not yet: this turns green as soon as the result is right.",
  next: "Next step",
  previous: "Previous step",
  nextLesson: (title: string) => `Next: ${title}`,
  finished: "To the overview",
  fold: "Fold the lesson",
  unfold: "Unfold the lesson",
  lesson: "Lesson",

  terms:
    "The field's words, each with its place in the pipeline. The page, the lessons and the findings use the same words.",
  places: {
    cluster: "Cluster",
    webhook: "API server",
    choice: "Selection",
    rendering: "Rendering",
    merging: "Merge",
    reapplying: "Re-apply",
    after: "Post-processing",
    pod: "Running pod",
  },
  place: "Place in the pipeline",
  alsoCalled: "On the page",
  search: "Find a term",
  toLesson: "In the course",
  noTerm: "No term has that in it.",
};

/** The texts of the course's pages. */
export type LearnTexts = typeof en;
