import { notFound, redirect } from "next/navigation";
import { LESSONS } from "../../../lib/teach/lessons";

/** A lesson begins with its first step. */
export default async function LessonPage({ params }: { readonly params: Promise<{ readonly lesson: string }> }) {
  const { lesson: id } = await params;
  const lesson = LESSONS.find((known) => known.id === id);
  if (!lesson) notFound();
  redirect(`/learn/${id}/${lesson.steps[0]!.id}`);
}
