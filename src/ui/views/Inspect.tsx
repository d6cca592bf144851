import { LaterAnatomy } from '../anatomy/LaterAnatomy.tsx'
import { LaterChecks } from '../checks/LaterChecks.tsx'
import { Claims } from '../claims/Claims.tsx'
import { Findings } from '../findings/Findings.tsx'
import { InputRegion } from '../input/InputRegion.tsx'
import { KeyBox } from '../key/KeyBox.tsx'
import { LevelPanel, Levels } from '../level/Levels.tsx'
import { HeaderPart, PayloadPart } from '../part/TextPart.tsx'
import { ThirdPart } from '../part/ThirdPart.tsx'
import { LaterProofs } from '../sdjwt/LaterProofs.tsx'
import { ByteStrip } from '../strip/ByteStrip.tsx'
import { DetachedBox } from '../token/DetachedBox.tsx'
import { TokenBox } from '../token/TokenBox.tsx'
import { Verdict } from '../verdict/Verdict.tsx'
import { VerdictChip } from '../verdict/VerdictChip.tsx'
import styles from './views.module.css'

/** What the person puts in on one side, what it means on the other. */
export function Inspect() {
  return (
    <div className={styles.inspect}>
      <div className={styles.given}>
        <div className={styles.token}>
          <TokenBox />
          <DetachedBox />
        </div>
        <InputRegion />
        <KeyBox />
      </div>
      <div className={styles.meaning}>
        <div className={styles.verdict}>
          <Verdict />
        </div>
        <Levels />
        <LevelPanel className={styles.parts}>
          <HeaderPart />
          <PayloadPart />
          <ThirdPart />
        </LevelPanel>
        <ByteStrip />
        <Findings />
        <LaterProofs />
        <LaterChecks />
        <Claims />
        <LaterAnatomy />
      </div>
      <div className={styles.chip}>
        <VerdictChip />
      </div>
    </div>
  )
}
