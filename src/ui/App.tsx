import { useEffect } from 'react'
import { startBatch } from '../state/batch.ts'
import { startDiagnosing } from '../state/diagnosis.ts'
import { useView } from '../state/location.ts'
import { startFollowing } from '../state/settled.ts'
import { useInputs } from '../state/store.ts'
import { TopBar } from './bar/TopBar.tsx'
import { useClock } from './common/useNow.ts'
import { LaterLearn } from './learn/LaterLearn.tsx'
import { Absent } from './views/Absent.tsx'
import { Inspect } from './views/Inspect.tsx'
import styles from './views/views.module.css'

export function App() {
  const { view, lesson } = useView()
  useClock()
  useEffect(startFollowing, [])
  useEffect(startDiagnosing, [])
  useEffect(startBatch, [])
  useTheme()
  return (
    <>
      <TopBar />
      <main className={lesson === null ? undefined : styles.learning}>
        {view === 'Learn' && <LaterLearn />}
        {(view === 'Build' || view === 'Compare') && <Absent view={view} />}
        {/* The inspector keeps its editor, caret and scroll positions while another view is looked at. */}
        <div className={styles.inspector} hidden={view !== 'Inspect' && lesson === null}>
          <Inspect />
        </div>
      </main>
    </>
  )
}

function useTheme() {
  const theme = useInputs((inputs) => inputs.theme)
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
}
