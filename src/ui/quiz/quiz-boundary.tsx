/** Catches what fails while a quiz is drawn: its questions stay readable, and the rest of the page goes on. */

import { Component, type ReactNode } from 'react';

interface QuizBoundaryProps {
  /** What is shown below the message. */
  fallback: ReactNode;
  children: ReactNode;
}

export class QuizBoundary extends Component<QuizBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  retry = () => this.setState({ hasFailed: false });

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <>
        <div className="quiz-trouble" role="alert">
          <p>문제에 답하는 칸을 보여 드리지 못했습니다. 문제와 정답은 아래에서 읽을 수 있습니다.</p>
          <button className="btn" type="button" onClick={this.retry}>
            다시 시도
          </button>
        </div>
        {this.props.fallback}
      </>
    );
  }
}
