//! How long somebody is waited for who may never answer.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Long enough for a person to type a password in the system's own window.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// What `act` gives, if it does so within a time. What comes later goes to `late`.
pub fn within<T: Send + 'static>(
    time: Duration,
    act: impl FnOnce() -> T + Send + 'static,
    late: impl FnOnce(T) + Send + 'static,
) -> Option<T> {
    let (tell, told) = mpsc::sync_channel(0);
    thread::spawn(move || {
        if let Err(mpsc::SendError(given)) = tell.send(act()) {
            late(given);
        }
    });
    told.recv_timeout(time).ok()
}

#[cfg(test)]
mod tests {
    use super::within;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn who_never_answers_is_given_up_and_a_late_answer_is_handed_over() {
        let (answer, answered) = mpsc::channel::<u8>();
        let (hand_over, handed_over) = mpsc::channel();
        let given = within(
            Duration::from_millis(10),
            move || answered.recv(),
            move |late| hand_over.send(late).expect("somebody listens"),
        );
        assert_eq!(given, None);
        answer.send(7).expect("it still waits");
        assert_eq!(handed_over.recv().expect("handed over"), Ok(7));
    }

    #[test]
    fn what_comes_in_time_is_given() {
        let given = within(Duration::from_secs(60), || 7, |_| ());
        assert_eq!(given, Some(7));
    }
}
